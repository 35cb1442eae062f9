// The question bank as a reader has it: filtered by keyboard, with what is chosen in the address, and as plain lists without scripts.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import axe from 'axe-core';
import { reader } from './support/reader.js';

describe('the question bank', () => {
  const read = reader('notes', '/a/b/');

  const shown = (page) => page.locator('.rows:visible a').count();
  const status = (page) => page.getByRole('status').innerText();
  const query = (page) => page.evaluate(() => location.search);

  test('filters narrow the list, say how many are left, and stand in the address', () =>
    read('questions/index.html', {}, async (page, { requests }) => {
      const all = await shown(page);
      assert.ok(!requests.some((request) => request.includes('/data-')), 'nothing is fetched before someone means to filter');
      await page.locator('select[name=level]').selectOption('advanced');
      await page.locator('.found .rows').first().waitFor();
      const some = await shown(page);
      assert.ok(some > 0 && some < all);
      assert.equal(await status(page), `${some} of ${all} questions`);
      assert.equal(await query(page), '?level=advanced');
      await page.getByRole('button', { name: 'Clear filters' }).click();
      await page.waitForFunction(() => location.search === '');
      assert.equal(await shown(page), all);
      assert.equal(await status(page), '');
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'q');
    }));

  test('an address with filters shows what it names, and back and forward go through what was chosen', () =>
    read('questions/index.html?answered=no', {}, async (page) => {
      await page.locator('.found .rows').first().waitFor();
      assert.equal(await page.locator('select[name=answered]').inputValue(), 'no');
      const unanswered = await status(page);
      await page.locator('select[name=answered]').selectOption('yes');
      await page.waitForFunction(() => location.search === '?answered=yes');
      await page.goBack();
      await page.waitForFunction((text) => document.querySelector('output').textContent === text, unanswered);
      assert.equal(await page.locator('select[name=answered]').inputValue(), 'no');
      await page.goForward();
      await page.waitForFunction((text) => document.querySelector('output').textContent !== text, unanswered);
      assert.equal(await page.locator('select[name=answered]').inputValue(), 'yes');
    }));

  test('the keyboard is enough: type, tab, read, open', () =>
    read('questions/index.html', {}, async (page) => {
      const first = await page.locator('.rows a').first().innerText();
      const word = first.toLowerCase().match(/[a-z]{6,}/)?.[0] ?? first.slice(0, 5);
      await page.getByLabel('Words of the question').focus();
      await page.keyboard.type(word);
      await page.waitForFunction((text) => location.search === `?q=${text}`, word);
      await page.locator('.found .rows a').first().waitFor();
      for (const text of await page.locator('.found .rows a').allInnerTexts()) assert.ok(text.toLowerCase().includes(word), text);
      // One step of history for a word, however many letters.
      await page.goBack();
      await page.waitForFunction(() => location.search === '');
      await page.goForward();
      await page.locator('.found .rows a').first().focus();
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => /questions\/(?!index)[^/]+\.html$/.test(url.pathname));
      await page.locator('h1').waitFor();
    }));

  test('what is typed before the script is there counts', () =>
    read('index.html', {}, async (page, { url }) => {
      let letGo;
      const typed = new Promise((resolve) => (letGo = resolve));
      await page.route(/question-filter/, (route) => typed.then(() => route.continue()));
      await page.goto(`${url}questions/index.html`, { waitUntil: 'commit' });
      await page.getByLabel('Words of the question').fill('lock');
      letGo();
      await page.waitForFunction(() => location.search === '?q=lock');
      await page.locator('.found .rows a').first().waitFor();
      assert.equal(await page.getByLabel('Words of the question').inputValue(), 'lock');
    }));

  test('a topic of the address that is not on offer finds nothing, and says so', () =>
    read('questions/index.html?topic=nowhere', {}, async (page) => {
      await page.getByText('No question matches').waitFor();
      assert.equal(await shown(page), 0);
    }));

  test('filtered, the page keeps to the rules of accessibility and to the width of a phone', () =>
    read('questions/index.html?answered=yes', { viewport: { width: 320, height: 640 } }, async (page) => {
      await page.locator('.found .rows').first().waitFor();
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
    }));

  test('without scripts there are plain lists, ways to the topics, and no filters', () =>
    read('questions/index.html', { javaScriptEnabled: false }, async (page) => {
      assert.ok((await shown(page)) > 20);
      assert.equal(await page.locator('form:visible').count(), 0);
      assert.ok((await page.getByRole('navigation', { name: 'Topics' }).getByRole('link').count()) > 3);
    }));

  test('the coverage of topics fits a screen, and its parts can be gone to', () =>
    read('questions/coverage.html', {}, async (page) => {
      assert.ok(await page.locator('.table').evaluate((table) => table.scrollWidth <= table.clientWidth));
      await page.getByRole('link', { name: 'Questions by topic' }).click();
      // Pages may scroll smoothly.
      await page.waitForFunction(() => (document.getElementById('theme:table-title')?.getBoundingClientRect().top ?? Infinity) < innerHeight / 2);
    }));

  test('in columns, what names a part of a sheet stands in the column of what it names', () =>
    read('lenses/cheat-sheet.html', {}, async (page) => {
      const apart = await page.locator('.gathered').evaluateAll((parts) =>
        parts.filter((part) => {
          const [heading, entry] = [part.querySelector('h2'), part.querySelector('.entry .prose > *')].map((one) => one.getClientRects()[0].left);
          return Math.abs(heading - entry) > 100;
        }).length,
      );
      assert.equal(apart, 0);
    }));

  test('a sheet of what to remember prints in columns, without what only screens need', () =>
    read('lenses/cheat-sheet.html', {}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.locator('.lens-body').evaluate((body) => getComputedStyle(body).columnCount), '2');
      assert.equal(await page.locator('.lens-groups:visible, .sidebar:visible').count(), 0);
    }));
});
