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

describe('accessibility', () => {
  let browser;
  const sites = {};
  before(async () => {
    browser = await launch();
    for (const guide of guides) sites[guide] = await serve('/', build(guide));
  });
  after(async () => {
    await browser?.close();
    Object.values(sites).forEach((site) => site.close());
  });

  /** The rules that a page breaks, each with an element that does. */
  async function faultsOf(page, url) {
    await page.goto(url);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: 'tag', values } }), TAGS);
    return violations.map(({ id, help, nodes }) => `${url}: ${id}: ${help} (${nodes.length}, for example ${nodes[0].html.slice(0, 160)})`);
  }

  for (const colorScheme of ['light', 'dark']) {
    test(`every kind of page, ${colorScheme}`, async () => {
      const faults = [];
      for (const width of WIDTHS) {
        const { context, page } = await open(browser, { colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' });
        const { pages } = await crawl(page, sites.notes.url, [`${sites.notes.url}404.html`, `${sites.notes.url}search.html`]);
        const kinds = new Map([...pages].reverse().map(([url, { kind }]) => [kind, url]));
        for (const kind of ['home', 'note', 'folder', 'topics', 'topic', 'search', '404']) assert.ok(kinds.has(kind), `no page of the kind ${kind}`);
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
      const { pages } = await crawl(page, sites[guide].url);
      for (const [url, { kind }] of pages) if (['home', 'note', 'folder'].includes(kind)) faults.push(...(await faultsOf(page, url)));
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
