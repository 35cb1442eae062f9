/**
 * What the first search of a built site costs a reader: bytes and requests before the results, excerpts apart, and time.
 *
 * `node benches/first-search.js public` searches for words of the site's own titles, each with nothing fetched before. With
 * `--browser` the time is taken in Chromium as well (`tests/browser` must have its packages): from the first letter to the
 * first result, then for each letter more.
 */

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openIndex } from '../static/js/core/search-index.js';
import { createSearch } from '../static/js/core/search.js';

const [site, mode] = process.argv.slice(2);
if (!site) throw new Error('name the folder of a built site');
const base = join(resolve(site), 'search-index/');

let fetched = [];
const fetch = async (path) => {
  const bytes = readFileSync(path);
  fetched.push(bytes.length);
  return new Response(bytes);
};

const row = (name, numbers, unit) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  console.log(`${name.padEnd(28)} median ${middle.toFixed(1).padStart(8)} ${unit}   worst ${sorted.at(-1).toFixed(1).padStart(8)} ${unit}`);
};

/** How many units a block of the index has. */
const UNITS = 16;

/** Titles of sections and questions from all over the guide. */
async function titles(count) {
  const index = openIndex({ fetch, base });
  const { blocks } = await index.directory();
  const step = Math.max(1, Math.floor(blocks.length / count));
  const chosen = await Promise.all(Array.from({ length: Math.min(count, blocks.length) }, (_, at) => index.block(at * step * UNITS)));
  return chosen.flatMap(({ units }) => units.findLast(({ sort }) => sort !== 'c')?.title ?? []);
}

const queries = (await titles(100)).filter(Boolean);
const bytes = [];
const requests = [];
const excerpts = [];
const times = [];
for (const query of queries) {
  fetched = [];
  const search = createSearch({ fetch, base });
  const start = performance.now();
  const { groups } = await search.search(query);
  times.push(performance.now() - start);
  bytes.push(fetched.reduce((sum, size) => sum + size, 0) / 1024);
  requests.push(fetched.length);
  fetched = [];
  await Promise.all(groups.filter(({ isTopic }) => !isTopic).map(({ hits }) => search.text(hits[0])));
  excerpts.push(fetched.reduce((sum, size) => sum + size, 0) / 1024);
}
row('before the first result', bytes, 'KB');
row('requests', requests, '  ');
row('excerpts', excerpts, 'KB');
row('first search, in Node', times, 'ms');

if (mode === '--browser') {
  const { launch } = await import('../tests/browser/support/browser.js');
  const { serve } = await import('../tests/browser/support/server.js');
  const server = await serve('/', resolve(site));
  const browser = await launch();
  const first = [];
  const further = [];
  for (const query of queries.slice(0, 20)) {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${server.url}search.html`);
    await page.locator('.search-chip').first().waitFor();
    /** Types a text and gives the time until its results stand on the page. */
    const type = (text) =>
      page.evaluate(async (text) => {
        const [field, list] = ['search-page input', 'search-page .search-results'].map((part) => document.querySelector(part));
        const shown = new Promise((done) => new MutationObserver(done).observe(list, { childList: true }));
        const start = performance.now();
        field.value = text;
        field.dispatchEvent(new Event('input'));
        await shown;
        return performance.now() - start;
      }, text);
    first.push(await type(query.slice(0, 3)));
    for (let end = 4; end <= Math.min(query.length, 12); end++) further.push(await type(query.slice(0, end)));
    await page.context().close();
  }
  row('first result, in Chromium', first, 'ms');
  row('a letter more', further, 'ms');
  await browser.close();
  server.close();
}
