// One Chromium for a test file, and pages that remember what they asked for and what went wrong in them.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { options, program } from './chromium.js';

/** Starts the browser. */
export const launch = () => chromium.launch({ executablePath: program(), args: options });

/**
 * Opens a page in a context of its own.
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
export async function open(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const requests = [];
  const faults = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  return { context, page, requests, faults };
}

/** Asserts that nothing was asked of another host, and that nothing went wrong. */
export function assertQuiet({ requests, faults }, url) {
  const { origin } = new URL(url);
  const elsewhere = requests.filter((request) => /^https?:/.test(request) && new URL(request).origin !== origin);
  assert.deepEqual(elsewhere, [], 'requests to other hosts');
  assert.deepEqual(faults, [], 'errors in the page');
}
