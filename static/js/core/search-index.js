/**
 * The index as the build wrote it (`src/search/`): files fetched on demand, unpacked, decoded, kept.
 *
 * Takes a `fetch` and the address of the index's folder; gives terms with their postings, titles and texts. Must not rank.
 *
 * Units are numbered in blocks of 16: a page begins a block, and takes as many as it needs.
 *
 * @typedef {object} Postings
 * @property {number[]} units  the units' numbers, rising
 * @property {number[]} scores
 * @property {number} capped   whether only the best units are named
 * @property {string[]} forms  the terms of the word; the first one names it
 *
 * @typedef {Map<string, Postings>} Shard terms, sorted; forms of one word share their postings
 *
 * @typedef {object} Unit
 * @property {string} title
 * @property {string} anchor
 * @property {string} [sort]        the level of a question, from 0 for none; `c` of a callout
 *
 * @typedef {object} Block
 * @property {string} path          the page's address from the site's root, behind a letter for what it is
 * @property {Unit[]} units         the page itself, then its sections, questions and callouts; the other names of a topic
 */

/** How many units a block has, and how many blocks a file of titles. */
const UNITS = 16;
const BLOCKS = 2;

const decoder = new TextDecoder();
const decode = (bytes) => decoder.decode(bytes);

/** @returns {Shard} */
function readShard(bytes) {
  let at = 0;
  const number = () => {
    const byte = bytes[at++];
    return byte < 128 ? byte : byte - 128 + 128 * number();
  };
  const terms = new Map();
  /** @type {Postings[]} */
  const lists = [];
  let before = '';
  for (let count = number(); count; count--) {
    before = before.slice(0, number());
    const length = number();
    before += decode(bytes.subarray(at, (at += length)));
    const back = number();
    if (!back) lists.push({ forms: [] });
    const list = lists.at(-back || -1);
    list.forms.push(before);
    terms.set(before, list);
  }
  for (const list of lists) {
    const head = number();
    let unit = 0;
    list.units = Array.from({ length: head >> 1 }, () => (unit += number()));
    // The build stores roots, so that small scores keep their differences.
    list.scores = list.units.map(() => bytes[at++] ** 2 / 6);
    list.capped = head % 2;
  }
  return terms;
}

const slug = (title) => title.toLowerCase().replace(/[^\w\- ]/g, '').replace(/ /g, '-');

/** @returns {Block} */
function readBlock(text) {
  const [path, ...lines] = text.split('\n');
  const unit = (line) => {
    const [title, anchor = ' ', sort] = line.split('\t');
    return { title, anchor: anchor.replace(' ', slug(title)), sort };
  };
  return { path, units: lines.map(unit) };
}

/**
 * Opens an index. Nothing is fetched before it is asked for.
 *
 * @param {{ fetch: typeof fetch, base: string }} site `base` ends in `/`
 */
export function openIndex({ fetch, base }) {
  const files = {};

  /** A file's content, read once. What is missing is no gzip, and fails like one that is broken. */
  const once = (path, read) =>
    (files[path] ??= fetch(`${base}${path}.bin`)
      .then(({ body }) => new Response(body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer())
      .then((unpacked) => read(new Uint8Array(unpacked))));

  /** What every search needs; `pageOf` gives the first unit of the page that a unit is of. */
  const opened = () =>
    once('directory-4', (bytes) => {
      const read = JSON.parse(decode(bytes));
      // A `+` is a block that goes on with the page of the one before.
      return { ...read, pageOf: (unit) => UNITS * read.blocks.lastIndexOf('-', unit / UNITS) };
    });

  const file = async (name, read) => once(`${(await opened()).folder}/${name}`, read);

  /** A part of one of the files that hold so many each. */
  const part = async (name, at, each, read) => (await file(`${name}-${(at / each) | 0}`, (bytes) => decode(bytes).split('\f').map(read)))[at % each];

  return {
    directory: opened,

    /** The shard that holds a term, if any does. @returns {Promise<Shard>} */
    async shard(term) {
      const { shards } = await opened();
      return file(`words-${shards.findLastIndex((from) => from <= term)}`, readShard);
    },

    /** The block that a unit stands in. @returns {Promise<Block>} */
    block: (unit) => part('titles', (unit / UNITS) | 0, BLOCKS, readBlock),

    /** The text of a unit. @returns {Promise<string>} */
    text: (unit) => part('text', unit, UNITS, (text) => text),

    /** What a file of bytes is read as. @type {<T>(name: string, read: (bytes: Uint8Array) => T) => Promise<T>} */
    file,
  };
}
