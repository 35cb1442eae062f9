// Questions on the page of their note: answers open by every way, stay as the reader wants them, and print.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { textOf } from './support/pdf.js';
import { reader } from './support/reader.js';

const PAGE = 'languages/rust-ownership.html';

describe('cards', () => {
  const read = reader('notes', '/repo/', { reducedMotion: 'reduce' });

  const first = (page) => page.locator('.question .answer').first();
  const text = (answer) => answer.locator(':scope > :not(summary)').last();

  test('an answer opens by click and by keyboard', () =>
    read(PAGE, {}, async (page) => {
      const answer = first(page);
      assert.equal(await text(answer).isVisible(), false);
      await answer.locator('summary').click();
      assert.ok(await text(answer).isVisible());
      await answer.locator('summary').press('Enter');
      assert.equal(await text(answer).isVisible(), false);
      await answer.locator('summary').press('Space');
      assert.ok(await text(answer).isVisible());
    }));

  test('a link to what a closed answer holds opens it', () =>
    read(PAGE, {}, async (page) => {
      const id = await page.evaluate(() => {
        const text = document.querySelector('.question .answer > p:last-child');
        text.id = 'inside';
        location.hash = 'inside';
        return text.id;
      });
      await page.locator(`#${id}`).waitFor({ state: 'visible' });
    }));

  test('the permanent address leads to the card', () =>
    read(PAGE, {}, async (page) => {
      const card = page.locator('.question').nth(4);
      const id = await card.getAttribute('id');
      assert.match(id, /^q-/);
      await page.goto(`${page.url()}#${encodeURIComponent(id)}`);
      await page.waitForFunction((card) => Math.abs(document.getElementById(card).getBoundingClientRect().top) < 300, id);
    }));

  test('one switch shows and hides all answers, and is remembered', () =>
    read(PAGE, {}, async (page, { url }) => {
      const all = await page.locator('.answer').count();
      const opened = () => page.locator('.answer[open]').count();
      const box = page.getByRole('switch', { name: 'Show all answers' });
      assert.ok(all > 5);
      assert.equal(await opened(), 0);
      await box.check();
      assert.equal(await opened(), all);
      await first(page).locator('summary').click();
      assert.equal(await text(first(page)).isVisible(), false, 'each can be closed alone');

      await page.reload();
      assert.equal(await opened(), all);
      assert.ok(await box.isChecked());
      await page.goto(`${url}systems/concurrency.html`);
      assert.equal(await opened(), await page.locator('.answer').count(), 'on every page of the site');
      await box.uncheck();
      await page.goto(url + PAGE);
      assert.equal(await opened(), 0);
    }));

  test('without JavaScript the switch works, and each answer opens', () =>
    read(PAGE, { javaScriptEnabled: false }, async (page) => {
      const answer = first(page);
      assert.equal(await text(answer).isVisible(), false);
      await page.getByRole('switch', { name: 'Show all answers' }).check();
      assert.ok(await text(answer).isVisible());
      await page.getByRole('switch', { name: 'Show all answers' }).uncheck();
      await answer.locator('summary').click();
      assert.ok(await text(answer).isVisible());
    }));

  for (const javaScriptEnabled of [true, false]) {
    test(`paper has every answer, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () =>
      read(PAGE, { javaScriptEnabled }, async (page, { browser }) => {
        const printed = await textOf(browser, await page.pdf());
        assert.match(printed, /would make a second string/);
        assert.doesNotMatch(printed, /Show all answers/);
      }));
  }
});
