// The cards of links to topics: by pointer, by keyboard, by touch, without JavaScript.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { reader } from './support/reader.js';

describe('mentions', () => {
  const read = reader('notes', '/repo/');

  /** Opens the guide's first page and hands over a link to a topic with the card that it may have. */
  const mention = (options, journey) =>
    read('index.html', options, (page) => journey({ page, link: page.locator('a.mention').first(), card: page.locator('preview-card') }));

  test('a pointer brings the card, may go to it, and takes it away', () =>
    mention({}, async ({ page, link, card }) => {
      const height = () => page.evaluate(() => document.documentElement.scrollHeight);
      const tall = await height();
      await link.hover();
      await card.waitFor();
      assert.equal(await height(), tall, 'nothing moves');
      assert.equal(await card.getAttribute('aria-label'), 'Event Loop');
      assert.equal(await card.locator('a').first().getAttribute('href'), await link.evaluate((one) => one.href));
      assert.ok((await card.locator('.preview-lead').innerText()).length > 20);
      await card.hover();
      await page.waitForTimeout(400);
      assert.ok(await card.isVisible(), 'it stays while it is pointed at');
      await page.mouse.move(2, 2);
      await card.waitFor({ state: 'detached' });
    }));

  test('the focus brings the card, Tab goes through it, Escape takes it away', () =>
    mention({}, async ({ page, link, card }) => {
      await link.evaluate((one) => one.previousElementSibling?.focus());
      await page.keyboard.press('Tab');
      for (let stop = 0; stop < 60 && !(await link.evaluate((one) => one === document.activeElement)); stop += 1) await page.keyboard.press('Tab');
      await card.waitFor();
      assert.equal(await link.getAttribute('aria-describedby'), 'theme:preview');
      await page.keyboard.press('Tab');
      assert.ok(await card.evaluate((one) => one.contains(document.activeElement)));
      await page.keyboard.press('Escape');
      assert.equal(await card.count(), 0);
      assert.ok(await link.evaluate((one) => one === document.activeElement), 'the focus is back on the link');
      await page.waitForTimeout(400);
      assert.equal(await card.count(), 0, 'and the card stays away');
    }));

  test('a touch follows the link', () =>
    mention({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } }, async ({ page, link, card }) => {
      await link.tap();
      await page.waitForURL(/topics\/event-loop/);
      assert.equal(await card.count(), 0);
    }));

  test('without JavaScript it is a link', () =>
    mention({ javaScriptEnabled: false }, async ({ page, link }) => {
      await link.click();
      assert.match(page.url(), /topics\/event-loop/);
    }));
});
