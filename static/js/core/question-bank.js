/**
 * The questions of a guide, as the build wrote them for the bank's filter (`src/page/bank/data.rs`), and what a reader wants of them.
 *
 * Pure: takes the file's columns and a query; gives questions. Must not touch the page.
 *
 * @typedef {{ name: string, title: string }} Tag
 * @typedef {{ title: string, page: string, path: string }} Note
 *
 * @typedef {object} Question
 * @property {string} words     with code between backticks
 * @property {string} page      where it leads, from the site's root
 * @property {Note[]} notes     the notes that ask it; it leads to the first
 * @property {Tag} level
 * @property {Tag} kind
 * @property {boolean} answered
 * @property {Set<string>} topics
 * @property {number} parent    the position of the question that it follows up, or -1
 * @property {string} folded    its words as they are compared
 *
 * @typedef {Record<string, string>} Wish what is asked of a question, by facet; nothing is asked of one that is missing
 */

/** What questions are filtered by, in the order that addresses name it. */
export const FACETS = ['q', 'topic', 'level', 'kind', 'note', 'answered'];

const fold = (/** @type {string} */ text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** @returns {Question[]} */
export function readQuestions(columns) {
  const notes = columns.notes.map(([title, page, path]) => ({ title, page, path }));
  const names = columns.names.split('\n');
  const words = columns.words.split('\n');
  return columns.note.map((note, at) => {
    const name = encodeURIComponent(names[at]);
    return {
      words: words[at],
      page: columns.pages ? `questions/${name}.html` : `${notes[note].page}#q-${name}`,
      notes: [note, ...(columns.also[at] ?? [])].map((other) => notes[other]),
      level: columns.levels[columns.level[at]],
      kind: columns.kinds[columns.kind[at]],
      answered: columns.answered[at] > 0,
      topics: new Set(columns.about[at].map((topic) => columns.topics[topic])),
      parent: columns.parent[at] - 1,
      folded: fold(words[at].replaceAll('`', '')),
    };
  });
}

/** What an address asks for. @param {string} search @returns {Wish} */
export function readWish(search) {
  const asked = new URLSearchParams(search);
  return Object.fromEntries(FACETS.flatMap((facet) => (asked.get(facet)?.trim() ? [[facet, asked.get(facet) ?? '']] : [])));
}

/** The address's part for a wish: empty where nothing is asked for. @param {Wish} wish */
export function writeWish(wish) {
  const asked = new URLSearchParams(FACETS.flatMap((facet) => (wish[facet]?.trim() ? [[facet, wish[facet]]] : []))).toString();
  return asked && `?${asked}`;
}

/** The positions of the questions that a wish is for. @param {Question[]} questions @param {Wish} wish */
export function filter(questions, wish) {
  const words = fold(wish.q ?? '').split(/\s+/).filter(Boolean);
  const inNote = ({ path }) => (wish.note.endsWith('/') ? path.startsWith(wish.note) : path === wish.note);
  const fits = (/** @type {Question} */ question) =>
    (!wish.topic || question.topics.has(wish.topic)) &&
    (!wish.level || question.level.name === wish.level) &&
    (!wish.kind || question.kind.name === wish.kind) &&
    (!wish.note || question.notes.some(inNote)) &&
    (!wish.answered || question.answered === (wish.answered === 'yes')) &&
    words.every((word) => question.folded.includes(word));
  return questions.flatMap((question, at) => (fits(question) ? [at] : []));
}
