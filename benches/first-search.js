/**
 * What the first search of a built site costs a reader: bytes and requests before the results, excerpts apart, and time.
 *
 * `node benches/first-search.js public` searches for words of the site's own titles, each with nothing fetched before. With
 * `--browser` the time is taken in Chromium as well: from the first letter to the first result, then for each letter more, in
 * a page that has never searched, but has read the directory, as it does when a reader means to search.
 */

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
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

/** How long a quick typist takes from key to key, in milliseconds. */
const KEY = 100;

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
  await Promise.all(groups.filter(({ isTopic }) => !isTopic).map(({ hits }) => search.text(hits[0].unit)));
  excerpts.push(fetched.reduce((sum, size) => sum + size, 0) / 1024);
}
row('before the first result', bytes, 'KB');
row('requests', requests, '  ');
row('excerpts', excerpts, 'KB');
row('first search, in Node', times, 'ms');

if (mode === '--browser') {
  const { launch } = await import('./chromium.js');
  const { serve } = await import('../tests/browser/support/server.js');
  const server = await serve('/', resolve(site));
  const browser = launch();

  /** A page that is ready for a search: its filters come with the directory. */
  const ready = async () => {
    const page = await browser.open(`${server.url}search.html`);
    while (!(await page.value(`document.querySelector('.search-chip') !== null`))) await setTimeout(20);
    return page;
  };
  /** Runs in the page: types a text and gives the time until its results stand there. */
  const typed = async (text) => {
    const [field, list] = ['search-page input', 'search-page .search-results'].map((part) => document.querySelector(part));
    const shown = new Promise((done) => new MutationObserver(done).observe(list, { childList: true }));
    const start = performance.now();
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await shown;
    return performance.now() - start;
  };

  // The browser's own processes start with its first page.
  await (await ready()).close();
  const first = [];
  const further = [];
  for (const query of queries.slice(0, 20)) {
    const page = await ready();
    const type = (end) => page.value(`(${typed})(${JSON.stringify(query.slice(0, end))})`);
    first.push(await type(3));
    for (let end = 4; end <= Math.min(query.length, 12); end++) {
      await setTimeout(KEY);
      further.push(await type(end));
    }
    await page.close();
  }
  row('first result, in Chromium', first, 'ms');
  row('a letter more', further, 'ms');
  await browser.close();
  server.close();
}
