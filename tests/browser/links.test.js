// Every link, anchor and asset leads somewhere, under each base path that a site may stand at.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch, open } from './support/browser.js';
import { crawl } from './support/crawl.js';
import { serve } from './support/server.js';
import { build, guides } from './support/site.js';

describe('links', () => {
  let browser;
  let parser;
  before(async () => {
    browser = await launch();
    parser = (await open(browser)).page;
  });
  after(() => browser?.close());

  for (const guide of guides) {
    test(`${guide}: one build works under every base`, async () => {
      const folder = build(guide);
      for (const base of ['/', '/repo/', '/a/b/']) {
        const site = await serve(base, folder);
        const { pages, faults } = await crawl(parser, site.url);
        assert.deepEqual(faults, [], `under ${base}`);
        assert.ok(pages.size > 3, `only ${pages.size} pages were reached under ${base}`);
        site.close();
      }
    });
  }

  for (const base of ['/', '/repo/', '/a/b/']) {
    test(`404.html works under its base URL ${base}`, async () => {
      const site = await serve(base);
      site.folder = build('notes', { baseUrl: site.url });
      const missing = `${site.url}no/such/page`;
      assert.equal((await fetch(missing)).status, 404);

      const { context, page, requests } = await open(browser);
      const answers = [];
      page.on('response', (response) => answers.push(response));
      await page.goto(missing);
      assert.equal(await page.locator('body').getAttribute('data-kind'), '404');
      const failed = answers.filter((response) => response.url() !== missing && response.status() !== 200).map((response) => response.url());
      assert.deepEqual(failed, [], 'its assets load from a deep address');
      assert.ok(requests.some((url) => url.endsWith('.css')));

      const { faults } = await crawl(parser, site.url, [`${site.url}404.html`, `${site.url}sitemap.xml`]);
      assert.deepEqual(faults, []);
      await page.locator('main a').first().click();
      assert.equal(page.url().replace(/index\.html$/, ''), site.url, 'the first link leads home');
      await context.close();
      site.close();
    });
  }

  test('the sitemap lists every page that is meant to be found, under the base URL', async () => {
    const site = await serve('/repo/');
    site.folder = build('notes', { baseUrl: site.url });
    const listed = [...(await readFile(join(site.folder, 'sitemap.xml'), 'utf8')).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url);
    assert.ok(listed.length > 10);
    assert.deepEqual(listed.filter((url) => !url.startsWith(site.url)), []);

    const { pages } = await crawl(parser, site.url);
    const reached = [...pages].filter(([, page]) => ['home', 'note', 'folder', 'topic'].includes(page.kind)).map(([url]) => url.replace(/index\.html$/, ''));
    assert.deepEqual(reached.filter((url) => !listed.includes(url)), [], 'pages that the sitemap lacks');
    site.close();
  });

  test('an old address leads to the note', async () => {
    const site = await serve('/repo/', build('notes'));
    const { context, page } = await open(browser);
    await page.goto(`${site.url}data/caching.html`);
    await page.waitForURL('**/data/cache-invalidation.html');
    await context.close();
    site.close();
  });
});
