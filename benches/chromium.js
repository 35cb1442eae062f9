/**
 * A Chromium that nobody watches.
 *
 * Takes addresses and expressions; gives what the expressions come to in a page. The tests' driver listens to the network of
 * its pages, which makes a request cost three to four times as much as a reader pays; this speaks the browser's protocol
 * and asks for nothing but values. Each page has a context of its own: nothing is cached, and scripts have not run before.
 */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { options, program } from '../tests/browser/support/chromium.js';

/** Starts the browser. */
export function launch() {
  const profile = mkdtempSync(join(tmpdir(), 'chromium-'));
  const started = spawn(program(), ['--headless', '--remote-debugging-pipe', `--user-data-dir=${profile}`, '--window-size=1280,800', ...options], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [, , , into, from] = started.stdio;
  const waiting = new Map();
  let number = 0;
  let rest = '';
  from.setEncoding('utf8').on('data', (text) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop();
    for (const { id, result, error } of messages.map((message) => JSON.parse(message))) {
      const { done, failed } = waiting.get(id) ?? {};
      if (error) failed?.(new Error(error.message));
      else done?.(result);
      waiting.delete(id);
    }
  });
  const send = (method, params = {}, sessionId = undefined) =>
    new Promise((done, failed) => {
      waiting.set(++number, { done, failed });
      into.write(`${JSON.stringify({ id: number, method, params, sessionId })}\0`);
    });

  return {
    /** Opens a page. @param {string} url */
    async open(url) {
      const { browserContextId } = await send('Target.createBrowserContext');
      const { targetId } = await send('Target.createTarget', { url: 'about:blank', browserContextId });
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
      await send('Page.navigate', { url }, sessionId);
      return {
        /** What an expression comes to. @param {string} expression */
        async value(expression) {
          const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId);
          if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
          return result.value;
        },
        close: () => send('Target.disposeBrowserContext', { browserContextId }),
      };
    },

    async close() {
      const ended = new Promise((done) => started.once('exit', done));
      await send('Browser.close').catch(() => {});
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
