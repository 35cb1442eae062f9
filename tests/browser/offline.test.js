// The site without a network: what is kept, what stands in for the rest, and how a new version takes over.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { launch, open } from './support/browser.js';
import { serve } from './support/server.js';
import { buildInto, temporary, write } from './support/site.js';

const NOTES = {
  'README.md': '# Kept notes\n\nWhat to know about locks.\n',
  'locks.md': '# Locks\n\n## What is a mutex?\n\nA lock that one thread holds.\n',
  'queues.md': '# Queues\n\n## What is back-pressure?\n\nA full queue slows its writers down.\n',
};

describe('offline', () => {
  let browser;
  let site;
  const notes = temporary('notes');
  const folder = temporary('site');
  /** Builds the notes with some of them changed. */
  const publish = (changed = {}, config = '') => {
    write(notes, { 'studyguide.toml': `notes = "."\n${config}`, ...NOTES, ...changed });
    buildInto(folder, notes);
  };
  before(async () => {
    browser = await launch();
    site = await serve('/some/path/', folder);
  });
  beforeEach(() => {
    site.down = false;
    publish();
  });
  after(async () => {
    await browser?.close();
    site?.close();
  });

  /** A reader who has the home page open, and whose browser keeps the site. */
  async function reader() {
    const opened = await open(browser);
    await opened.page.goto(`${site.url}index.html`);
    await kept(opened.page);
    return opened;
  }
  /** Waits until the worker rules the page. */
  const kept = (page) => page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  const go = (page, path) => page.goto(site.url + path);
  const title = (page) => page.locator('h1').innerText();

  test('what was read opens again, search works, and the rest says why it does not', async () => {
    const { context, page } = await reader();
    await go(page, 'locks.html');
    await page.keyboard.press('/');
    await page.getByRole('combobox').fill('mutex');
    await page.getByRole('option').first().waitFor();

    site.down = true;
    await go(page, 'locks.html?from=somewhere#what-is-a-mutex');
    assert.equal(await title(page), 'Locks');
    assert.ok(await page.evaluate(() => getComputedStyle(document.body).fontFamily.includes('serif')), 'the style is kept');
    await page.keyboard.press('/');
    await page.getByRole('combobox').fill('mutex');
    await page.getByRole('option').first().waitFor();

    await go(page, '');
    assert.equal(await title(page), 'Kept notes', 'a folder is its page');
    await go(page, 'queues.html');
    assert.equal(await title(page), 'You are offline');
    // The link leads to the page that was asked for once the page's script has read the address.
    const again = page.locator(`a[href="${site.url}queues.html"]`).filter({ hasText: 'Try again' });
    await again.waitFor();
    site.down = false;
    await again.click();
    assert.equal(await title(page), 'Queues');
    await context.close();
  });

  test('a whole guide can be kept', async () => {
    const { context, page } = await reader();
    const button = page.locator('offline-copy button');
    await button.filter({ hasText: 'Make available offline' }).click();
    await button.filter({ hasText: /^Available offline$/ }).waitFor();
    site.down = true;
    await go(page, 'queues.html');
    assert.equal(await title(page), 'Queues');
    await page.keyboard.press('/');
    await page.getByRole('combobox').fill('mutex');
    await page.getByRole('option').first().waitFor();
    await context.close();
  });

  test('who comes with a network sees what is new', async () => {
    const { context, page } = await reader();
    await go(page, 'locks.html');
    await go(page, 'queues.html');
    publish({ 'locks.md': '# Locks\n\n## What is a mutex?\n\nSomething new.\n' });
    await page.goBack();
    const other = await context.newPage();
    await go(other, 'locks.html');
    assert.match(await other.locator('main').innerText(), /Something new/, 'who comes with a network sees what is new');
    await context.close();
  });

  test('the prompt leads to the new version and can be put off', async () => {
    const { context, page } = await reader();
    await go(page, 'locks.html');
    publish({ 'locks.md': '# Locks\n\n## What is a mutex?\n\nSomething new.\n' });
    const update = () => page.evaluate(() => navigator.serviceWorker.ready.then((registration) => registration.update()).then(() => {}));
    await update();
    const prompt = page.getByRole('status').filter({ hasText: 'There is a new version' });
    await prompt.waitFor();
    assert.doesNotMatch(await page.content(), /Something new/, 'nothing changes under the reader');
    await Promise.all([page.waitForEvent('load'), prompt.getByRole('button', { name: 'Reload' }).click()]);
    await page.getByText('Something new').waitFor({ state: 'attached' });

    const names = await page.evaluate(() => caches.keys());
    assert.equal(names.length, 1, 'the earlier version is gone');

    publish({ 'locks.md': '# Locks\n\n## What is a mutex?\n\nNewer still.\n' });
    await update();
    await prompt.getByRole('button', { name: 'Later' }).click();
    await prompt.waitFor({ state: 'detached' });
    await context.close();
  });

  test('a change elsewhere takes over by itself, with what was read', async () => {
    const { context, page } = await reader();
    await go(page, 'queues.html');
    await go(page, 'locks.html');
    publish({ 'queues.md': '# Queues\n\n## What is back-pressure?\n\nAnother answer.\n' });
    const taken = page.evaluate(() => new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', () => done(true))));
    await page.evaluate(() => navigator.serviceWorker.ready.then((registration) => registration.update()).then(() => {}));
    assert.ok(await taken);
    assert.equal(await page.locator('.new-version').count(), 0);
    site.down = true;
    await go(page, 'queues.html');
    assert.match(await page.content(), /Another answer/, 'what was read is there as it is now');
    await context.close();
  });

  test('switched off, what was kept is dropped', async () => {
    const { context, page } = await reader();
    publish({}, '[site]\noffline = false\n');
    await page.evaluate(() => navigator.serviceWorker.ready.then((registration) => registration.update()).then(() => {}));
    await page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistrations()).length && !(await caches.keys()).length);
    await go(page, 'locks.html');
    assert.equal(await page.locator('offline-copy, link[rel=manifest]').count(), 0);
    await context.close();
  });

  test('it can be installed', async () => {
    const { context, page } = await open(browser);
    await go(page, 'locks.html');
    const manifest = new URL(await page.locator('link[rel=manifest]').getAttribute('href'), page.url()).href;
    assert.equal(manifest, `${site.url}manifest.webmanifest`);
    const { name, start_url, scope, icons } = await (await fetch(manifest)).json();
    assert.equal(name, 'Kept notes');
    assert.deepEqual([start_url, scope].map((path) => new URL(path, manifest).href), [`${site.url}index.html`, site.url]);
    for (const { src, sizes } of icons) {
      const size = await page.evaluate(async (address) => {
        const { width, height } = await createImageBitmap(await (await fetch(address)).blob());
        return `${width}x${height}`;
      }, new URL(src, manifest).href);
      assert.equal(size, sizes);
    }
    const client = await context.newCDPSession(page);
    const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
    assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
    await context.close();
  });
});
