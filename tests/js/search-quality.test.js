/**
 * The quality of search on a guide of our own: each query has the one result that a reader would want first. Prints what was
 * reached, and fails where it falls.
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createSearch } from '../../static/js/core/search.js';

const here = new URL('..', import.meta.url).pathname;
const program = process.env.STUDYGUIDE ?? join(here, '../target/debug/studyguide');
const queries = JSON.parse(readFileSync(join(here, 'search/queries.json'), 'utf8'));
const all = Object.values(queries).flat();

let site;
/** What the search going on has fetched. */
let fetched = [];

const fetch = async (path) => {
  if (!existsSync(path)) return new Response(null, { status: 404 });
  const bytes = readFileSync(path);
  fetched.push(bytes.length);
  return new Response(bytes);
};

/** A reader's first search: nothing is fetched yet. */
async function firstSearch(query) {
  fetched = [];
  const search = createSearch({ fetch, base: `${site}/search-index/` });
  const found = await search.search(query);
  return { search, found, bytes: fetched.reduce((sum, size) => sum + size, 0), requests: fetched.length };
}

/**
 * The place of the right result: a topic; its page for a page; its very section for a section (`note#anchor`), its very words
 * for a question (`note?What …`) and for a callout (`note!Pitfall: …`). Topics are passed over where a note is right.
 */
function place({ groups }, right) {
  if (right.startsWith('topics/')) return groups.findIndex(({ href }) => href === `${right}.html`);
  const [, path, sign, words] = /^([^?!]*)([?!]?)(.*)$/.exec(right);
  const [page, anchor] = path.split('#');
  const notes = groups.filter(({ isTopic }) => !isTopic);
  const at = notes.findIndex(({ href }) => href === `${page}.html`);
  if (words) return notes[at]?.hits.some(({ title, sort }) => (sign === '?' ? sort >= 0 : sort === 'c') && title.startsWith(words)) ? at : -1;
  if (at < 0 || !anchor) return at;
  return notes[at].hits.some(({ href }) => decodeURIComponent(href.split('#')[1] ?? '') === anchor) ? at : -1;
}

const middle = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const percent = (share) => `${(100 * share).toFixed(1)} %`;

before(() => {
  site = mkdtempSync(join(tmpdir(), 'search-'));
  const built = spawnSync(program, ['build', join(here, 'search/guide'), '--output-dir', site, '--force'], { encoding: 'utf8' });
  assert.equal(built.status, 0, built.stderr);
});

after(() => rmSync(site, { recursive: true, force: true }));

test('queries of every class find what they mean', async (t) => {
  assert.ok(all.length >= 120);
  const sizes = [];
  const requests = [];
  let first = 0;
  let reciprocal = 0;
  for (const [kind, pairs] of Object.entries(queries)) {
    let right = 0;
    for (const [query, wanted] of pairs) {
      const result = await firstSearch(query);
      const at = place(result.found, wanted);
      sizes.push(result.bytes);
      requests.push(result.requests);
      if (at === 0) right++;
      else t.diagnostic(`${kind}: “${query}” has ${wanted} ${at < 0 ? 'nowhere' : `at ${at + 1}`}`);
      if (at >= 0 && at < 10) reciprocal += 1 / (at + 1);
    }
    first += right;
    t.diagnostic(`${kind}: ${right} of ${pairs.length} first`);
  }
  const mrr = reciprocal / all.length;
  t.diagnostic(`first ${first} of ${all.length} (${percent(first / all.length)}), MRR@10 ${mrr.toFixed(3)}`);
  t.diagnostic(`bytes before the first result: ${middle(sizes)} median, ${Math.max(...sizes)} at worst; ${middle(requests)} requests`);
  assert.ok(first / all.length >= 0.97, 'fewer right results come first');
  assert.ok(mrr >= 0.98, 'right results come later');
  assert.ok(middle(sizes) <= 15_000 && Math.max(...sizes) <= 40_000, 'a first search fetches more');
});

test('one wrong letter in a word does no harm', async (t) => {
  let seed = 5;
  const random = (limit) => (seed = (seed * 48271) % 2147483647) % limit;
  let right = 0;
  let count = 0;
  for (const [query, wanted] of [...queries.title, ...queries.section, ...queries.question, ...queries.versus]) {
    const words = query.match(/[a-z]{5,}/gi) ?? [];
    if (!words.length) continue;
    const word = words[random(words.length)];
    const at = random(word.length);
    const letter = String.fromCharCode(97 + random(26));
    const mistakes = [word.slice(0, at) + word.slice(at + 1), word.slice(0, at) + letter + word.slice(at), word.slice(0, at) + letter + word.slice(at + 1)];
    const misspelt = query.replace(word, mistakes[random(3)]);
    const { found } = await firstSearch(misspelt);
    count++;
    if (place(found, wanted) === 0) right++;
    else t.diagnostic(`“${misspelt}” misses ${wanted}`);
  }
  t.diagnostic(`${right} of ${count} first (${percent(right / count)})`);
  assert.ok(right / count >= 0.85);
});

test('a list holds a page once, and few of its sections', async () => {
  const { found } = await firstSearch('lock');
  const pages = found.groups.map(({ href }) => href);
  assert.equal(new Set(pages).size, pages.length);
  assert.ok(found.groups.every(({ hits }) => hits.length >= 1 && hits.length <= 3));
});

test('a misspelt word is said to be taken for another', async () => {
  const { found } = await firstSearch('knapsak');
  assert.deepEqual(found.corrected.map(({ term, correction }) => [term, correction]), [['knapsak', 'knapsack']]);
});

test('an excerpt is fetched only when it is asked for', async () => {
  const { search, found } = await firstSearch('stampede');
  const before = fetched.length;
  assert.match(await search.text(found.groups[0].hits[0].unit), /hot key expires/);
  assert.equal(fetched.length, before + 1);
});

test('nothing is found for what nobody wrote', async () => {
  const { found } = await firstSearch('zzyzxqwv');
  assert.deepEqual(found.groups, []);
});
