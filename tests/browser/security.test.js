// What pages ask of the network, and what their policy forbids: nothing leaves the site but images that an author placed.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, open } from './support/browser.js';
import { crawl } from './support/crawl.js';
import { serve } from './support/server.js';
import { build, guides } from './support/site.js';

/** How many pages of a kind are visited. */
const PAGES = 3;
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

describe('security', () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser?.close());

  /**
   * Visits pages of every kind of a guide as a reader would, to the end of each, with a search and a topic's card; gives
   * what was asked of other hosts, what the policy stopped, and what went wrong.
   */
  async function visit(guide, settings) {
    const site = await serve('/', build(guide, { settings }));
    const { context, page, faults } = await open(browser, { reducedMotion: 'reduce' });
    // The context hears the site's worker, too.
    const requests = [];
    context.on('request', (request) => requests.push(request.url()));
    await context.route((url) => url.origin !== new URL(site.url).origin, (route) => route.fulfill({ contentType: 'image/png', body: PICTURE }));
    const stopped = [];
    await context.exposeFunction('stopped', (text) => stopped.push(text));
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ documentURI, effectiveDirective, blockedURI }) =>
        window.stopped(`${documentURI}: ${effectiveDirective} ${blockedURI}`),
      );
    });
    const { pages } = await crawl(page, site.url, [`${site.url}404.html`, `${site.url}unavailable.html`]);
    const visited = new Map();
    for (const [url, { kind }] of pages) {
      visited.set(kind, (visited.get(kind) ?? 0) + 1);
      if (visited.get(kind) > PAGES) continue;
      await page.goto(url);
      await page.evaluate(async () => {
        document.querySelectorAll('details').forEach((details) => details.setAttribute('open', ''));
        document.querySelectorAll('img').forEach((image) => image.setAttribute('loading', 'eager'));
        document.querySelector('a.mention')?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
        scrollTo(0, document.body.scrollHeight);
        await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
      });
      if (kind === 'home') {
        await page.keyboard.press('Control+k');
        await page.getByRole('combobox').last().fill('a');
        await page.waitForLoadState('networkidle');
      }
    }
    const { origin } = new URL(site.url);
    await context.close();
    site.close();
    const elsewhere = requests.filter((url) => /^(https?|wss?):/.test(url) && new URL(url).origin !== origin);
    return { elsewhere: [...new Set(elsewhere)], stopped, faults, kinds: visited };
  }

  for (const guide of guides) {
    test(`${guide}: no page asks another host for anything, or is stopped by its policy`, async () => {
      const { elsewhere, stopped, faults, kinds } = await visit(guide);
      assert.ok(kinds.size > 4, [...kinds.keys()].join(' '));
      assert.deepEqual(stopped, []);
      assert.deepEqual(faults, []);
      assert.deepEqual(elsewhere, guide === 'links' ? ['https://images.example/far.png'] : []);
    });
  }

  test('images on other hosts become links where the site says so', async () => {
    const { elsewhere, stopped } = await visit('links', { STUDYGUIDE_REMOTE_IMAGES: 'link' });
    assert.deepEqual([elsewhere, stopped], [[], []]);
  });

  test('the policy stops what it does not name', async () => {
    const site = await serve('/', build('links'));
    const { context, page } = await open(browser);
    await page.goto(site.url);
    const stopped = await page.evaluate(
      () =>
        new Promise((done) => {
          const seen = [];
          addEventListener('securitypolicyviolation', ({ effectiveDirective }) => seen.push(effectiveDirective) === 4 && done(seen.sort()));
          const add = (name, values) => document.body.append(Object.assign(document.createElement(name), values));
          add('img', { src: 'https://elsewhere.example/x.png' });
          add('script', { textContent: 'globalThis.ran = true' });
          add('iframe', { src: 'about:blank#x' });
          document.body.setAttribute('style', 'color: red');
          fetch('https://elsewhere.example/').catch(() => {});
          add('iframe', { src: 'https://elsewhere.example/' });
        }),
    );
    assert.deepEqual(stopped, ['connect-src', 'img-src', 'script-src-elem', 'style-src-attr']);
    assert.equal(await page.evaluate(() => globalThis.ran), undefined);
    await context.close();
    site.close();
  });
});
