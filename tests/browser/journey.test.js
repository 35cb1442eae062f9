// The whole way of a reader, wide and on a phone, by pointer and by keyboard alone, from left to right and from right to left.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assertQuiet, launch, open } from './support/browser.js';
import { textOf } from './support/pdf.js';
import { serve } from './support/server.js';
import { build } from './support/site.js';

const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };

describe('journeys', () => {
  let browser;
  const sites = {};
  before(async () => {
    browser = await launch();
    sites.notes = await serve('/deep/path/', build('notes', { baseUrl: 'https://notes.example/deep/path/' }));
    sites.arabic = await serve('/', build('arabic'));
  });
  after(async () => {
    await browser?.close();
    Object.values(sites).forEach((site) => site.close());
  });

  async function read(guide, path, options, journey) {
    const { url } = sites[guide];
    const opened = await open(browser, options);
    await opened.page.goto(url + path);
    await journey(opened.page);
    assertQuiet(opened, url);
    await opened.context.close();
  }
  const heading = (page) => page.locator('h1').innerText();

  for (const [name, options] of [['on a wide screen', {}], ['on a phone', PHONE]]) {
    test(`home, a topic, a note, an answer, a search, a question: ${name}`, () =>
      read('notes', 'index.html', options, async (page) => {
        const main = page.locator('main');
        await main.getByRole('link', { name: 'All topics' }).click();
        await main.getByRole('link', { name: 'Deadlock', exact: true }).last().click();
        await page.waitForURL(/topics\/deadlock\.html$/);
        assert.equal(await heading(page), 'Deadlock');

        await main.getByRole('link', { name: 'Relational databases' }).first().click();
        await page.waitForURL(/data\/databases\.html/);
        const answer = main.locator('.question details').first();
        await answer.locator('summary').first().click();
        assert.ok(await answer.locator('p').first().isVisible());

        await page.locator('[data-search-open]').first().click();
        await page.getByRole('combobox').fill('kind:question offset slow');
        const found = page.getByRole('option').first();
        await found.waitFor();
        await found.click();
        await page.waitForURL(/#q-/);
        const card = page.locator('.question:target');
        assert.match(await card.innerText(), /OFFSET/);

        await page.goto(`${sites.notes.url}questions/index.html`);
        await main.getByRole('link', { name: /OFFSET/ }).first().click();
        await page.waitForURL(/questions\/(?!index)[^/]+\.html$/);
        assert.match(await heading(page), /OFFSET/);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)) <= 1);
      }));
  }

  test('the same by keyboard alone', () =>
    read('notes', 'topics/deadlock.html', {}, async (page) => {
      const tabTo = async (wanted) => {
        for (let stop = 0; stop < 120; stop += 1) {
          await page.keyboard.press('Tab');
          if (await page.evaluate((text) => document.activeElement?.closest('main') && document.activeElement.textContent.includes(text), wanted)) return;
        }
        assert.fail(`no way to “${wanted}”`);
      };
      await tabTo('Relational databases');
      await page.keyboard.press('Enter');
      await page.waitForURL(/data\/databases\.html/);
      await tabTo('Short Answer');
      await page.keyboard.press('Enter');
      assert.ok(await page.locator('.question details').first().evaluate((details) => details.open));
      await page.keyboard.press('/');
      await page.getByRole('combobox').fill('kind:question offset slow');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/#q-/);
    }));

  test('an Arabic guide is mirrored as a whole, and speaks Arabic', () =>
    read('arabic', 'locks.html', {}, async (page) => {
      assert.deepEqual(await page.evaluate(() => [document.documentElement.dir, document.documentElement.lang]), ['rtl', 'ar']);
      const left = (selector) => page.locator(selector).first().evaluate((element) => element.getBoundingClientRect().left);
      assert.ok((await left('[id="theme:sidebar"]')) > (await left('main')), 'the sidebar stands to the right');
      assert.ok((await left('.brand')) > (await left('[data-search-open]')), 'the header begins on the right');
      assert.equal(await page.locator('.prose pre').evaluate((code) => getComputedStyle(code).direction), 'ltr');
      assert.match(await page.locator('.metadata').innerText(), /1 مارس 2025/);
      assert.match(await page.locator('.answers-switch').innerText(), /سؤالان/);

      await page.keyboard.press('/');
      await page.getByRole('combobox').fill('القفل');
      await page.getByRole('option').first().waitFor();
      assert.match(await page.getByRole('dialog').innerText(), /نتيجة|نتيجتان|نتائج/, 'results are counted in Arabic');
      const left_over = await page.evaluate(() => {
        document.querySelectorAll('.prose, [role=option], script, kbd, code').forEach((element) => element.remove());
        const labels = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
          ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
        );
        return [document.body.innerText, ...labels].join(' ').match(/\b(?!mutex|semaphore|deadlock|Python|JavaScript)[A-Za-z]{4,}\b/g);
      });
      assert.equal(left_over, null, 'nothing of the interface is left in English');
    }));

  test('a note, a topic and a sheet are printed whole', () =>
    read('notes', 'data/databases.html', { colorScheme: 'dark' }, async (page) => {
      const printed = async (path) => {
        await page.goto(sites.notes.url + path);
        return textOf(browser, await page.pdf({ format: 'A4', preferCSSPageSize: true }));
      };
      const note = await printed('data/databases.html');
      for (const [what, text] of [['an answer', /no rows at all/], ['its follow-up', /How do you hide that/], ['code', /created_at DESC LIMIT/]]) {
        assert.match(note, text, `${what} is printed`);
      }
      assert.doesNotMatch(note, /Skip to content|On this page|Back to top|Show all answers|Read next/);
      assert.match(await printed('topics/deadlock.html'), /What the notes say.*Best Practice.*Related topics/);
      assert.match(await printed('lenses/cheat-sheet.html'), /Quick Revision/);
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'light', 'paper is white');
    }));

  test('colours that the reader forces, and no motion where none is wanted', () =>
    read('notes', 'data/databases.html', { forcedColors: 'active', reducedMotion: 'reduce' }, async (page) => {
      const current = page.locator('[id="theme:sidebar"] a[aria-current]').first();
      assert.notEqual(await current.evaluate((link) => getComputedStyle(link).borderInlineStartStyle), 'none', 'where the reader is shows without colours');
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll('*')].filter((element) => parseFloat(getComputedStyle(element).transitionDuration) > 0.05).length,
      );
      assert.equal(moving, 0);
    }));

  test('what is shared: a title, a picture, the address, the day', () =>
    read('notes', 'data/databases.html', {}, async (page) => {
      const property = (name) => page.locator(`meta[property="${name}"], meta[name="${name}"]`).getAttribute('content');
      assert.equal(await property('og:url'), 'https://notes.example/deep/path/data/databases.html');
      assert.equal(await property('og:image'), 'https://notes.example/deep/path/preview.png');
      assert.equal(await property('twitter:card'), 'summary_large_image');
      assert.equal(await property('og:locale'), 'en_US');
      assert.match(await property('article:modified_time'), /^\d{4}-\d\d-\d\d$/);
      const size = await page.evaluate(async (address) => {
        const { width, height } = await createImageBitmap(await (await fetch(address)).blob());
        return [width, height];
      }, `${sites.notes.url}preview.png`);
      assert.deepEqual(size, [1200, 630]);
    }));
});
