// axe's rules (WCAG 2.2 A and AA, and its best practices) on every kind of page, light and dark, wide and narrow.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import axe from 'axe-core';
import { launch, open } from './support/browser.js';
import { crawl } from './support/crawl.js';
import { serve } from './support/server.js';
import { build, guides } from './support/site.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = [1280, 390];
const KINDS = ['home', 'note', 'folder', 'topics', 'topic', 'bank', 'question', 'coverage', 'lenses', 'lens', 'search', '404', 'offline'];

describe('accessibility', () => {
  let browser;
  const sites = {};
  /** The pages of each guide. */
  const found = {};
  before(async () => {
    browser = await launch();
    const { context, page } = await open(browser);
    for (const guide of guides) {
      const { url } = (sites[guide] = await serve('/', build(guide)));
      found[guide] = (await crawl(page, url, [`${url}404.html`, `${url}unavailable.html`])).pages;
    }
    await context.close();
  });
  after(async () => {
    await browser?.close();
    Object.values(sites).forEach((site) => site.close());
  });

  /** The rules that a page breaks, each with an element that does. */
  async function faultsOf(page, url) {
    await page.goto(url);
    await page.evaluate(() => document.querySelectorAll('main details').forEach((details) => details.setAttribute('open', '')));
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: 'tag', values } }), TAGS);
    return violations.map(({ id, help, nodes }) => `${url}: ${id}: ${help} (${nodes.length}, for example ${nodes[0].html.slice(0, 160)})`);
  }

  for (const colorScheme of ['light', 'dark']) {
    test(`every kind of page, ${colorScheme}`, async () => {
      const faults = [];
      for (const width of WIDTHS) {
        const { context, page } = await open(browser, { colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' });
        const kinds = new Map([...found.notes].reverse().map(([url, { kind }]) => [kind, url]));
        for (const kind of KINDS) assert.ok(kinds.has(kind), `no page of the kind ${kind}`);
        for (const url of kinds.values()) faults.push(...(await faultsOf(page, url)));
        await context.close();
      }
      assert.deepEqual(faults, []);
    });
  }

  test('every note of the guide and of the fixtures', async () => {
    const faults = [];
    const { context, page } = await open(browser, { reducedMotion: 'reduce' });
    for (const guide of guides) {
      for (const [url, { kind }] of found[guide]) if (['home', 'note', 'folder'].includes(kind)) faults.push(...(await faultsOf(page, url)));
    }
    assert.deepEqual(faults, []);
    await context.close();
  });

  test('the search dialog, open and with results', async () => {
    const { context, page } = await open(browser, { reducedMotion: 'reduce' });
    await page.goto(sites.notes.url);
    await page.keyboard.press('/');
    await page.getByRole('combobox').fill('index');
    await page.getByRole('option').first().waitFor();
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: 'tag', values } }), TAGS);
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`), []);
    await context.close();
  });
});
