// A reader of one guide: a browser for a test file, and the guide built and served for it.
import { after, before } from 'node:test';
import { assertQuiet, launch, open } from './browser.js';
import { serve } from './server.js';
import { build } from './site.js';

/**
 * To be called within `describe`. Gives a function that opens a page of the guide, hands it over with what it remembers and
 * the site's address, and sees that nothing went wrong and no other host was asked.
 * @param {string} guide
 * @param {string} base a path that begins and ends with `/`
 * @param {import('playwright-core').BrowserContextOptions} [usual]
 */
export function reader(guide, base, usual = {}) {
  let browser;
  let site;
  before(async () => {
    browser = await launch();
    site = await serve(base, build(guide));
  });
  after(async () => {
    await browser?.close();
    site?.close();
  });
  return async (path, options, journey) => {
    const opened = await open(browser, { ...usual, ...options });
    await opened.page.goto(site.url + path);
    await journey(opened.page, { ...opened, browser, url: site.url });
    assertQuiet(opened, site.url);
    await opened.context.close();
  };
}
