// Search as a reader has it: by keyboard, on a small phone, with its marks and memory, and on a page of its own.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import axe from 'axe-core';
import { reader } from './support/reader.js';

describe('search', () => {
  const read = reader('notes', '/a/b/');

  /** Opens the dialog, types, and waits for the results of all that was typed: those of its first letters come before. */
  async function type(page, query) {
    await page.keyboard.press('/');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type(query);
    await page.locator(`.search-aside a:is([href$="?q=${encodeURIComponent(query)}"], [href$="topics/index.html"])`).waitFor();
    await page.getByRole('option').first().waitFor();
  }

  const small = { viewport: { width: 320, height: 640 } };
  const findings = async (page) => {
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  };

  test('arrows move through the results, Enter opens one, and its words are marked', () =>
    read('languages/index.html', small, async (page) => {
      await type(page, 'deadlock');
      const field = page.getByRole('combobox');
      assert.equal(await field.getAttribute('aria-expanded'), 'true');
      const chosen = () => page.locator('[role=option][aria-selected=true]').getAttribute('id');
      const first = await chosen();
      assert.equal(await field.getAttribute('aria-activedescendant'), first);
      await page.keyboard.press('ArrowDown');
      assert.notEqual(await chosen(), first);
      assert.equal(await page.getByRole('status').innerText(), `${await page.getByRole('option').count()} results`);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320, 'nothing is wider than the phone');
      await page.keyboard.press('Enter');
      await page.waitForURL(/#.*deadlock/);
      await page.waitForFunction(() => (CSS.highlights.get('search')?.size ?? 0) > 0);
    }));

  test('what was searched for is remembered, and forgotten on request', () =>
    read('index.html', {}, async (page) => {
      await type(page, 'deadlock');
      await page.keyboard.press('Enter');
      await page.waitForURL(/deadlock/);
      await page.keyboard.press('s');
      await page.getByRole('option', { name: 'deadlock', exact: true }).waitFor();
      await page.getByRole('button', { name: 'Clear' }).click();
      assert.equal(await page.getByRole('option').count(), 0);
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('dialog.search[open]').count(), 0);
    }));

  test('a misspelt word is found, and said to be taken for another', () =>
    read('index.html', {}, async (page) => {
      await type(page, 'deadlokc');
      await page.getByText(/for “deadlock/).waitFor();
    }));

  test('the page of results keeps its query in the address', () =>
    read('search.html?q=deadlock', {}, async (page) => {
      await page.locator('search-page .search-hit').first().waitFor();
      assert.equal(await page.getByRole('searchbox').inputValue(), 'deadlock');
      await page.getByRole('searchbox').fill('zzyzxqwv');
      await page.getByText('Nothing found').waitFor();
      await page.waitForURL(/\?q=zzyzxqwv$/);
      await page.getByRole('link', { name: 'Browse all topics' }).click();
      await page.waitForURL(/topics/);
    }));

  test('a filter is a chip and stands in the query', () =>
    read('index.html', small, async (page) => {
      await type(page, 'deadlock');
      const chip = page.getByRole('button', { name: 'Questions' });
      assert.equal(await chip.getAttribute('aria-pressed'), 'false');
      await chip.click();
      assert.equal(await page.getByRole('combobox').inputValue(), 'kind:question deadlock');
      assert.equal(await chip.getAttribute('aria-pressed'), 'true');
      await page.waitForFunction(() => [...document.querySelectorAll('[role=option]')].every((option) => /Question/.test(option.innerText)));
      await chip.click();
      assert.equal(await page.getByRole('combobox').inputValue(), 'deadlock');
    }));

  test('a question that is found opens at its own address', () =>
    read('index.html', {}, async (page) => {
      await type(page, 'kind:question deadlock');
      await page.keyboard.press('Enter');
      await page.waitForURL(/#q-/);
      await page.waitForFunction(() => (CSS.highlights.get('search')?.size ?? 0) > 0);
    }));

  test('a callout that is found opens where it stands, and Enter waits for what is being typed', () =>
    read('index.html', {}, async (page) => {
      await page.keyboard.press('/');
      await page.getByRole('combobox').waitFor();
      await page.keyboard.type('kind:callout thread-safe');
      await page.keyboard.press('Enter');
      await page.waitForURL(/#callout:\d+$/);
      await page.waitForFunction(() => (CSS.highlights.get('search')?.size ?? 0) > 0);
      assert.ok(await page.locator(':target.callout').isVisible());
    }));

  test('where nothing is found, the nearest topics are shown', () =>
    read('index.html', {}, async (page) => {
      await type(page, 'zzdeadlockz');
      await page.getByText('The nearest topics').waitFor();
      await page.getByRole('link', { name: 'Browse all topics' }).waitFor();
    }));

  test('nothing is fetched of the index before someone means to search', () =>
    read('index.html', {}, async (page, { requests }) => {
      await page.waitForLoadState('networkidle');
      assert.deepEqual(requests.filter((url) => url.includes('search')), []);
    }));

  test('axe finds nothing, in the light and in the dark', async () => {
    for (const colorScheme of ['light', 'dark']) {
      await read('index.html', { colorScheme }, async (page) => {
        await type(page, 'lock');
        assert.deepEqual(await findings(page), []);
      });
      await read('search.html?q=lock', { colorScheme }, async (page) => {
        await page.locator('search-page .search-hit').first().waitFor();
        assert.deepEqual(await findings(page), []);
      });
    }
  });
});
