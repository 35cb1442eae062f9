// The journeys of a reader: through the guide, by keyboard, without JavaScript, from disk, in the dark.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { assertQuiet, launch, open } from './support/browser.js';
import { serve } from './support/server.js';
import { build } from './support/site.js';

describe('reading', () => {
  let browser;
  let folder;
  let site;
  before(async () => {
    browser = await launch();
    folder = build('notes');
    site = await serve('/repo/', folder);
  });
  after(async () => {
    await browser?.close();
    site?.close();
  });

  /** Opens a page of the guide, hands it over, and sees that nothing went wrong and no other host was asked. */
  async function read(path, options, journey) {
    const opened = await open(browser, options);
    await opened.page.goto(site.url + path);
    await journey(opened.page);
    assertQuiet(opened, site.url);
    await opened.context.close();
  }

  test('from home to a note, by search to another, and on to a topic', () =>
    read('index.html', {}, async (page) => {
      await page.locator('main').getByRole('link', { name: 'Python', exact: true }).first().click();
      assert.equal(await page.locator('h1').innerText(), 'Python');
      await page.waitForLoadState();

      await page.keyboard.press('/');
      const field = page.getByRole('combobox');
      await field.waitFor();
      await field.fill('deadlock');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/deadlock/i);
      assert.match(await page.locator('main').innerText(), /deadlock/i);

      await page.goto(`${site.url}topics/index.html`);
      await page.locator('main').getByRole('link', { name: /deadlock/i }).first().click();
      assert.match(await page.locator('h1').innerText(), /deadlock/i);
      assert.ok((await page.locator('main section').count()) >= 2, 'a topic gathers several notes');
    }));

  test('with the keyboard alone', () =>
    read('data/databases.html', {}, async (page) => {
      await page.keyboard.press('Tab');
      const skip = page.locator('.skip-link');
      assert.ok(await skip.evaluate((link) => link === document.activeElement), 'the first stop is the skip link');
      assert.ok(await skip.isVisible());
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => document.activeElement?.localName), 'main');

      const seen = new Set();
      for (let stop = 0; stop < 30; stop += 1) {
        await page.keyboard.press('Tab');
        const { name, marked } = await page.evaluate(() => {
          const style = getComputedStyle(document.activeElement);
          const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
          return { name: document.activeElement.outerHTML.slice(0, 80), marked };
        });
        assert.ok(marked, `the focus cannot be seen on ${name}`);
        seen.add(name);
      }
      assert.ok(seen.size > 20, 'the focus moves on');

      await page.keyboard.press('Control+k');
      const field = page.getByRole('combobox');
      await field.waitFor();
      assert.ok(await field.evaluate((input) => input === document.activeElement));
      await page.keyboard.press('Escape');
      await field.waitFor({ state: 'hidden' });
    }));

  test('no shortcut fires in a field or with a modifier', () =>
    read('index.html', {}, async (page) => {
      await page.keyboard.press('Alt+s');
      await page.keyboard.press('ArrowRight');
      assert.equal(await page.getByRole('combobox').count(), 0);
      assert.equal(page.url(), `${site.url}index.html`, 'arrows turn no pages');
      await page.keyboard.press('s');
      await page.getByRole('combobox').waitFor();
      await page.keyboard.type('s/s');
      assert.equal(await page.getByRole('combobox').inputValue(), 's/s');
    }));

  test('without JavaScript', () =>
    read('index.html', { javaScriptEnabled: false }, async (page) => {
      await page.locator('main').getByRole('link', { name: 'Algorithms' }).first().click();
      assert.equal(await page.locator('h1').innerText(), 'Algorithms for the coding round');
      const answer = page.locator('main details').first();
      await answer.locator('summary').click();
      assert.ok(await answer.locator('p').first().isVisible(), 'answers open natively');
      await page.locator('.search-button').click();
      assert.match(await page.locator('main').innerText(), /JavaScript/, 'the search page says what it needs');
      await page.goto(`${site.url}glossary.html`);
      await page.locator('main').getByRole('link', { name: 'Concurrency', exact: true }).first().click();
      await page.waitForURL(/concurrency\.html#1-race-conditions$/);
    }));

  test('opened from disk', async () => {
    const opened = await open(browser);
    const { page } = opened;
    await page.goto(pathToFileURL(join(folder, 'systems', 'concurrency.html')).href);
    assert.equal(await page.locator('h1').innerText(), 'Concurrency without hand-waving');
    const styled = await page.evaluate(() => [...document.styleSheets].length > 0 && getComputedStyle(document.querySelector('main')).maxWidth !== '');
    assert.ok(styled, 'the stylesheet applies');
    await page.locator('main').getByRole('link', { name: 'JavaScript', exact: true }).first().click();
    assert.match(page.url(), /^file:.*javascript-event-loop\.html#the-event-loop$/);
    assert.deepEqual(opened.requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:')), []);
    await opened.context.close();
  });

  test('in the dark, chosen by the system and by hand', () =>
    read('data/databases.html', { colorScheme: 'dark' }, async (page) => {
      const brightness = () =>
        page.evaluate(() => {
          const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const light = (color) => {
            canvas.fillStyle = color;
            canvas.fillRect(0, 0, 1, 1);
            const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data;
            return (r + g + b) / 3;
          };
          const root = getComputedStyle(document.documentElement).backgroundColor;
          const body = getComputedStyle(document.body).backgroundColor;
          return { paper: light(body === 'rgba(0, 0, 0, 0)' ? root : body), ink: light(getComputedStyle(document.body).color) };
        });
      const dark = await brightness();
      assert.ok(dark.paper < 80 && dark.ink > 150, JSON.stringify(dark));

      await page.locator('.settings-button').click();
      await page.getByRole('radio', { name: 'Light' }).check();
      await page.locator(':root[data-theme="light"]').waitFor();
      const light = await brightness();
      assert.ok(light.paper > 200 && light.ink < 100, JSON.stringify(light));
      await page.reload();
      assert.ok((await brightness()).paper > 200, 'the choice is remembered');
    }));

  test('the page stays where the reader is: no layout shift while it loads', () =>
    read('systems/system-design.html', {}, async (page) => {
      await page.waitForLoadState('networkidle');
      const shift = await page.evaluate(
        () =>
          new Promise((done) => {
            let sum = 0;
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value))).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => done(sum), 100);
          }),
      );
      assert.ok(shift < 0.01, `cumulative layout shift ${shift}`);

      const places = await page.evaluate(() => {
        const left = () => document.querySelector('main').getBoundingClientRect().left;
        const whole = left();
        document.querySelector('.outline').remove();
        return [left(), whole];
      });
      assert.equal(...places, 'the text stands in its place before the outline, which is read after it, is there');
    }));
});
