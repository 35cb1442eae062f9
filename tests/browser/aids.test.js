// What helps to read: marks and progress, settings, footnotes beside the line, pictures up close, links to copy.
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { assertQuiet, launch, open } from './support/browser.js';
import { serve } from './support/server.js';
import { build, buildInto, temporary, write } from './support/site.js';

describe('reading aids', () => {
  let browser;
  const sites = {};
  before(async () => {
    browser = await launch();
    sites.notes = await serve('/repo/', build('notes'));
    sites.awkward = await serve('/repo/', build('awkward'));
  });
  after(async () => {
    await browser?.close();
    Object.values(sites).forEach((site) => site.close());
  });

  /** Opens a page of a guide, hands it over, and sees that nothing went wrong and no other host was asked. */
  async function read(guide, path, options, journey) {
    const opened = await open(browser, { reducedMotion: 'reduce', ...options });
    const { url } = sites[guide];
    await opened.page.goto(url + path);
    await journey(opened.page, url);
    if (guide === 'notes') assertQuiet(opened, url);
    await opened.context.close();
  }

  /** Opens the settings, and waits for their script: who clicks faster than it comes is served when it comes. */
  const openSettings = async (page) => {
    await page.locator('.settings-button').click();
    await page.waitForFunction(() => customElements.get('reading-settings'));
  };
  const mark = (page) => page.locator('.read-mark button');
  const markRead = async (page) => {
    await mark(page).click();
    await page.locator(':root[data-read]').waitFor();
  };

  test('a note that is renamed stays read, and old links to its questions lead there', async () => {
    const [notes, folder] = [temporary('renamed-notes'), temporary('renamed')];
    const locks = '# Locks\n\n**Q1: What is a lock?** {#q-lock}\n\n**Answer:** A gate.\n\n**Q2: What is a key?**\n\n**Answer:** Iron.\n';
    write(notes, { 'README.md': '# Home\n', 'locks.md': locks });
    buildInto(folder, notes);
    const site = await serve('/repo/', folder);
    const { context, page } = await open(browser);
    await page.goto(`${site.url}locks.html`);
    await markRead(page);
    rmSync(join(notes, 'locks.md'));
    write(notes, { 'gates/locks.md': `---\naliases: [locks]\n---\n${locks}` });
    buildInto(folder, notes);
    await page.goto(`${site.url}gates/index.html`);
    await page.getByText('1 of 1 read').first().waitFor();
    await page.goto(`${site.url}locks.html#q-lock`);
    await page.waitForURL(`${site.url}gates/locks.html#q-lock`);
    await page.locator(':root[data-read]').waitFor();
    await context.close();
    site.close();
  });

  test('a note that is marked as read says so, in the sidebar, on its folder and at home', () =>
    read('notes', 'data/databases.html', {}, async (page, url) => {
      assert.equal(await mark(page).innerText(), 'Mark as read');
      await markRead(page);
      assert.equal(await mark(page).innerText(), 'Mark as unread');
      assert.match(await page.locator('.article-header').innerText(), /Read/);
      assert.equal(await page.locator('.sidebar [aria-current]').getAttribute('data-read'), 'Read');
      await page.locator('[role="status"]', { hasText: /^Read$/ }).waitFor({ state: 'attached' });

      await page.goto(`${url}data/index.html`);
      await page.getByText('1 of 2 read').waitFor();
      await page.goto(`${url}index.html`);
      await page.getByText('1 of 16 read').waitFor();
      const next = page.locator('.left-off a');
      assert.equal(await next.innerText(), 'The JavaScript Event Loop', 'reading goes on with the next note');
      assert.equal(await page.locator('.start-first').isVisible(), false);

      await page.goto(`${url}data/databases.html`);
      await mark(page).click();
      await page.locator(':root:not([data-read])').waitFor();
      await page.goto(`${url}data/index.html`);
      assert.equal(await page.getByText('1 of 2 read').count(), 0);
    }));

  test('a topic counts how many of its notes are read', () =>
    read('notes', 'data/databases.html', {}, async (page, url) => {
      await markRead(page);
      await page.goto(`${url}topics/deadlock.html`);
      await page.getByText(/^1 of \d read$/).waitFor();
    }));

  test('home leads back to the section that was left', () =>
    read('notes', 'data/databases.html', {}, async (page, url) => {
      await page.locator('[id="22-isolation-levels"]').evaluate((heading) => heading.scrollIntoView());
      await page.mouse.wheel(0, 20);
      await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('place-keeper.js')));
      await page.waitForTimeout(100);
      await page.goto(`${url}index.html`);
      await page.locator('.left-off a', { hasText: 'Relational databases' }).click();
      await page.waitForURL(/data\/databases\.html#22-isolation-levels$/);
    }));

  test('progress goes from one browser to another as a file', () =>
    read('notes', 'data/databases.html', {}, async (page, url) => {
      await markRead(page);
      await openSettings(page);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Export' }).click();
      const file = await (await download).path();
      assert.deepEqual(Object.keys(JSON.parse(readFileSync(file, 'utf8')).read), ['data/databases.html']);

      await read('notes', 'data/index.html', {}, async (other) => {
        await openSettings(other);
        const field = other.getByLabel('Import');
        await field.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('[1]') });
        await other.getByText('This file holds no progress.').waitFor();
        await field.setInputFiles(file);
        await other.getByText('Imported. Notes that you have read: 1.').waitFor();
        await other.getByText('1 of 2 read').waitFor();
        other.on('dialog', (dialog) => dialog.accept());
        await other.getByRole('button', { name: 'Forget' }).click();
        await other.locator(':root:not([data-progress])').waitFor();
      });
      assert.ok(url);
    }));

  test('the text size holds on every page, from its first paint', () =>
    read('notes', 'data/databases.html', {}, async (page, url) => {
      const size = () => page.locator('main p').first().evaluate((p) => parseFloat(getComputedStyle(p).fontSize));
      const before = await size();
      await openSettings(page);
      await page.getByRole('radio', { name: '130 %' }).check();
      assert.ok((await size()) > before * 1.2);

      // What is painted first is what stands there in the end.
      await page.addInitScript(() => {
        const paint = () => {
          const p = document.querySelector('main p');
          if (p) globalThis.firstSize ??= parseFloat(getComputedStyle(p).fontSize);
          else requestAnimationFrame(paint);
        };
        requestAnimationFrame(paint);
      });
      await page.goto(`${url}systems/concurrency.html`);
      await page.waitForLoadState('networkidle');
      assert.equal(await page.evaluate(() => globalThis.firstSize), await size());
      assert.ok((await size()) > before * 1.2);
      const shift = await page.evaluate(() => new Promise((done) => {
        let sum = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value))).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(sum), 100);
      }));
      assert.ok(shift < 0.01, `cumulative layout shift ${shift}`);
    }));

  test('a change of the text size keeps what is being read in its place', () =>
    read('notes', 'data/databases.html', {}, async (page) => {
      const heading = page.locator('[id="22-isolation-levels"]');
      const { x, y } = await page.locator('.settings-button').boundingBox();
      await page.mouse.click(x + 10, y + 10);
      await page.waitForFunction(() => customElements.get('reading-settings'));
      const large = page.getByRole('radio', { name: '150 %' });
      await large.focus();
      await heading.evaluate((one) => scrollTo(0, one.getBoundingClientRect().top + scrollY - 240));
      const place = () => heading.evaluate((one) => ({ top: Math.round(one.getBoundingClientRect().top), tall: document.body.scrollHeight }));
      const before = await place();
      await page.keyboard.press('Space');
      await page.waitForTimeout(200);
      const after = await place();
      assert.ok(after.tall > before.tall * 1.2, 'the text is larger');
      assert.ok(Math.abs(after.top - before.top) < 4, `${before.top} → ${after.top}`);
    }));

  test('lines can be narrow or wide, and contrast high', () =>
    read('notes', 'data/databases.html', { viewport: { width: 1700, height: 900 } }, async (page) => {
      const width = () => page.locator('main').evaluate((main) => main.clientWidth);
      await openSettings(page);
      const normal = await width();
      await page.getByRole('radio', { name: 'Narrow' }).check();
      assert.ok((await width()) < normal);
      await page.getByRole('radio', { name: 'Wide' }).check();
      assert.ok((await width()) > normal);
      const ink = () => page.evaluate(() => getComputedStyle(document.documentElement).color);
      const soft = await ink();
      await page.getByRole('checkbox', { name: 'High contrast' }).check();
      assert.notEqual(await ink(), soft);
      await page.reload();
      assert.notEqual(await ink(), soft);
    }));

  test('keys go to the next note, fold the sidebar away, mark as read, and can be switched off', () =>
    read('notes', 'data/cache-invalidation.html', {}, async (page) => {
      await page.keyboard.press('b');
      assert.equal(await page.locator('.sidebar').isVisible(), false);
      await page.keyboard.press('m');
      await page.locator(':root[data-read]').waitFor();
      await page.keyboard.press('n');
      await page.waitForURL(/databases\.html$/);
      assert.equal(await page.locator('.sidebar').isVisible(), false, 'it stays away');
      await page.keyboard.press('b');
      assert.ok(await page.locator('.sidebar').isVisible());

      await page.keyboard.press('?');
      const dialog = page.locator('shortcuts-dialog dialog');
      assert.ok(await dialog.isVisible());
      await dialog.getByRole('checkbox').uncheck();
      await page.keyboard.press('Escape');
      await page.keyboard.press('p');
      await page.keyboard.press('b');
      assert.ok(await page.locator('.sidebar').isVisible());
      assert.match(page.url(), /databases\.html$/);
    }));

  test('a footnote comes to the line by keyboard and pointer, and to a finger that taps', async () => {
    await read('notes', 'people/behavioural.html', {}, async (page) => {
      const sign = page.locator('.footnote > a').first();
      const card = page.locator('preview-card');
      await sign.scrollIntoViewIfNeeded();
      await page.locator('main a').first().focus();
      for (let stop = 0; stop < 60 && !(await sign.evaluate((one) => one === document.activeElement)); stop += 1) await page.keyboard.press('Tab');
      await card.waitFor();
      assert.ok((await card.innerText()).length > 10);
      assert.equal(await card.locator('[role="doc-backlink"], [id]:not(#theme\\:preview)').count(), 0);
      assert.equal(await sign.getAttribute('aria-describedby'), 'theme:preview');
      await page.keyboard.press('Escape');
      assert.equal(await card.count(), 0);
      await page.keyboard.press('Enter');
      assert.match(page.url(), /#fn-/, 'the sign is still a link');
    });
    await read('notes', 'people/behavioural.html', { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } }, async (page) => {
      await page.waitForFunction(() => customElements.get('preview-card'));
      await page.locator('.footnote > a').first().tap();
      await page.locator('preview-card').waitFor();
      assert.doesNotMatch(page.url(), /#/);
      await page.locator('h1').tap();
      await page.locator('preview-card').waitFor({ state: 'detached' });
    });
  });

  test('a picture opens at its own size, by click and by key, and closes again', () =>
    read('notes', 'systems/system-design.html', { viewport: { width: 390, height: 700 } }, async (page) => {
      await page.getByRole('switch').check();
      const button = page.locator('.zoom-open').first();
      const small = await button.locator('img').evaluate((image) => image.clientWidth);
      assert.ok(small < 390 && (await button.locator('img').getAttribute('width')) === '720', 'its room is known');
      await button.focus();
      await page.keyboard.press('Enter');
      const dialog = page.locator('dialog.zoom');
      await dialog.waitFor();
      assert.ok((await dialog.locator('img').evaluate((image) => image.clientWidth)) >= 720);
      assert.equal(await dialog.getAttribute('aria-label'), await button.locator('img').getAttribute('alt'));
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      assert.ok(await button.evaluate((one) => one === document.activeElement), 'the focus is back');
      await button.click();
      await dialog.locator('img').click();
      await dialog.waitFor({ state: 'detached' });
    }));

  test('on a phone the contents are a drawer that takes the focus and gives it back', () =>
    read('notes', 'data/databases.html', { viewport: { width: 390, height: 700 } }, async (page) => {
      const menu = page.locator('.menu-button');
      await menu.focus();
      await page.keyboard.press('Enter');
      await page.locator('.sidebar:popover-open').waitFor();
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-current')), 'page');
      await page.locator('.sidebar').getByRole('button', { name: 'Close' }).click();
      assert.equal(await page.locator('.sidebar').isVisible(), false);
      await menu.click();
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('.sidebar').isVisible(), false);
      assert.ok(await menu.evaluate((one) => one === document.activeElement));
    }));

  test('the sidebar keeps its place and its open folders', () =>
    read('notes', 'craft/git.html', { viewport: { width: 1280, height: 420 } }, async (page) => {
      const sidebar = page.locator('.sidebar');
      const closed = sidebar.locator('details:not([open]) > summary');
      while (await closed.count()) await closed.first().click();
      await sidebar.evaluate((one) => (one.scrollTop = 120));
      const place = await sidebar.evaluate((one) => one.scrollTop);
      assert.ok(place > 0);
      await sidebar.getByRole('link', { name: 'Algorithms for the coding round' }).click();
      await page.waitForURL(/algorithms/);
      assert.equal(await sidebar.locator('details:not([open])').count(), 0);
      assert.equal(await sidebar.evaluate((one) => one.scrollTop), place);
    }));

  test('the sign behind a heading copies the address of its section', () =>
    read('notes', 'data/databases.html', { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      const heading = page.locator('[id="22-isolation-levels"]');
      await heading.hover();
      await heading.locator('a.anchor').click();
      await page.locator('[role="status"]', { hasText: 'Copied' }).waitFor({ state: 'attached' });
      assert.match(await page.evaluate(() => navigator.clipboard.readText()), /\/repo\/data\/databases\.html#22-isolation-levels$/);
      assert.match(page.url(), /#22-isolation-levels$/);
    }));

  test('without JavaScript nothing is shown that would be dead', () =>
    read('notes', 'data/databases.html', { javaScriptEnabled: false }, async (page) => {
      for (const part of ['.settings-button', '.read-mark', '.menu-button', '[data-shortcuts-open]', '.if-read']) {
        for (const one of await page.locator(part).all()) assert.equal(await one.isVisible(), false, part);
      }
    }));
});
