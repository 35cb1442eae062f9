// Narrow screens, paper, and scripts that run the other way.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assertQuiet, launch, open } from './support/browser.js';
import { crawl } from './support/crawl.js';
import { textOf } from './support/pdf.js';
import { serve } from './support/server.js';
import { build, guides } from './support/site.js';

describe('shapes', () => {
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

  for (const guide of guides) {
    test(`${guide}: no page scrolls sideways on a phone or at 400 % zoom`, async () => {
      const opened = await open(browser, { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
      const narrow = await open(browser, { viewport: { width: 320, height: 640 } });
      const { pages } = await crawl(opened.page, sites[guide].url);
      const wide = [];
      // Pages of questions are many and alike.
      const visited = [...pages].filter(([, { kind }], at) => kind !== 'question' || at % 12 === 0).map(([url]) => url);
      for (const url of visited) {
        for (const { page } of [opened, narrow]) {
          await page.goto(url);
          const { width, content, widest } = await page.evaluate(() => {
            document.querySelectorAll('main details').forEach((details) => details.setAttribute('open', ''));
            const width = document.documentElement.clientWidth;
            const beyond = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > width + 1);
            return { width, content: document.documentElement.scrollWidth, widest: beyond[0]?.outerHTML.slice(0, 100) };
          });
          if (content > width + 1) wide.push(`${url}: ${content} px on ${width} px, for example ${widest}`);
        }
      }
      assert.deepEqual(wide, []);
      await opened.context.close();
      await narrow.context.close();
    });
  }

  test('a phone has a drawer with the guide in it', async () => {
    const opened = await open(browser, { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
    const { page } = opened;
    await page.goto(`${sites.notes.url}data/databases.html`);
    const inGuide = page.locator('[id="theme:sidebar"]').getByRole('link', { name: 'Cache invalidation' }).first();
    assert.ok(!(await inGuide.isVisible()), 'closed at first');
    await page.locator('.menu-button').tap();
    await inGuide.waitFor();
    await inGuide.tap();
    await page.waitForURL(/cache-invalidation\.html$/);
    assertQuiet(opened, sites.notes.url);
    await opened.context.close();
  });

  test('on paper: answers are open and the furniture is gone', async () => {
    const opened = await open(browser);
    const { page } = opened;
    await page.goto(`${sites.notes.url}craft/algorithms.html`);
    const text = await textOf(browser, await page.pdf({ format: 'A4' }));
    assert.match(text, /Algorithms for the coding round/);
    assert.match(text, /Only jump forward/, 'code in a closed answer is printed');
    assert.match(text, /lies on a cycle or behind one/, 'prose in a closed answer is printed');
    await page.emulateMedia({ media: 'print' });
    for (const furniture of ['.header', '[id="theme:sidebar"]', '.outline', '.search-button']) {
      assert.equal(await page.locator(furniture).first().isVisible().catch(() => false), false, `${furniture} is printed`);
    }
    await opened.context.close();
  });

  test('an Arabic note runs from right to left, its code from left to right', async () => {
    const opened = await open(browser);
    const { page } = opened;
    const { pages } = await crawl(page, sites.awkward.url);
    const url = [...pages.keys()].find((address) => address.endsWith('arabic.html'));
    await page.goto(url);
    assert.equal(await page.locator('h1').innerText(), 'قواعد البيانات');
    const direction = (selector) => page.locator(selector).first().evaluate((element) => getComputedStyle(element).direction);
    assert.equal(await direction('.prose p'), 'rtl');
    assert.equal(await direction('.prose pre'), 'ltr');
    assert.equal(await page.locator('[lang="ar"]').count() > 0, true, 'the language is said, for voices and fonts');
    assertQuiet(opened, sites.awkward.url);
    await opened.context.close();
  });

  test('nothing of a hostile note runs', async () => {
    const opened = await open(browser);
    const { page } = opened;
    let dialogs = 0;
    page.on('dialog', (dialog) => {
      dialogs += 1;
      return dialog.dismiss();
    });
    await page.goto(`${sites.awkward.url}raw-html.html`);
    await page.waitForLoadState('networkidle');
    assert.equal(page.url(), `${sites.awkward.url}raw-html.html`, 'no refresh leads away');
    const dangerous = await page.evaluate(() => {
      const article = document.querySelector('.prose');
      const handlers = [...article.querySelectorAll('*')].filter((element) => [...element.attributes].some(({ name }) => name.startsWith('on') || name === 'style'));
      const schemes = [...article.querySelectorAll('[href],[src]')].filter((element) => /^\s*(javascript|vbscript|data):/i.test(element.getAttribute('href') ?? element.getAttribute('src')));
      const elements = [...article.querySelectorAll('script,style,iframe,form,input,button:not([data-copy],.copy),meta,base,object,embed')];
      return [...handlers, ...schemes, ...elements].map((element) => element.outerHTML.slice(0, 80));
    });
    assert.deepEqual(dangerous, []);
    assert.match(await page.locator('.prose').innerText(), /\{\{ site\.title \}\} and \{% raw %\}/, 'template syntax is text');
    assert.equal(dialogs, 0);
    await opened.context.close();
  });
});
