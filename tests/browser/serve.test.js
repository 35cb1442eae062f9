// `studyguide serve` as an author sees it: the page follows the notes, and says what is wrong without getting in the way.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, test } from 'node:test';
import axe from 'axe-core';
import { assertQuiet, launch, open } from './support/browser.js';
import { TOOL } from './support/site.js';

describe('serving', () => {
  let browser;
  let guide;
  let server;
  let url;
  before(async () => {
    browser = await launch();
    guide = mkdtempSync(join(tmpdir(), 'studyguide-serve-'));
    write('a.md', '# First\n\nText.\n');
    server = spawn(TOOL, ['serve', guide, '--port', '0', '--no-cache'], { stdio: ['ignore', 'ignore', 'pipe'] });
    for await (const line of createInterface({ input: server.stderr })) {
      url = line.match(/serving (\S+)/)?.[1];
      if (url) break;
    }
    server.stderr.resume();
  });
  after(async () => {
    await browser?.close();
    server?.kill('SIGINT');
    if (guide) rmSync(guide, { recursive: true, force: true });
  });

  const write = (path, text) => writeFileSync(join(guide, path), text);

  test('the page follows its note, and shows findings, and what stopped a build', async () => {
    const opened = await open(browser);
    const { page } = opened;
    await page.goto(`${url}a.html`);
    await page.locator('h1', { hasText: 'First' }).waitFor();

    write('a.md', '# Second\n\n[gone](gone.md)\n');
    await page.locator('h1', { hasText: 'Second' }).waitFor();
    const findings = page.getByRole('status').filter({ hasText: '1 warning' });
    await findings.waitFor();
    assert.equal(await findings.locator('pre').isVisible(), false, 'findings fold away until they are wanted');
    await findings.locator('summary').click();
    assert.match(await findings.locator('pre').innerText(), /a\.md:3:1/);
    assertQuiet(opened, url);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => globalThis.axe.run('build-findings'));
    assert.deepEqual(violations.map(({ id, help }) => `${id}: ${help}`), []);
    // axe measures with inline styles, which the page's policy refuses it.
    opened.faults.length = 0;

    await findings.getByRole('button', { name: 'Dismiss' }).press('Enter');
    await findings.waitFor({ state: 'hidden' });
    const told = page.waitForResponse('**/__studyguide/events');
    await page.reload();
    await told;
    assert.equal(await findings.isVisible(), false, 'what was dismissed stays away');

    write('studyguide.toml', 'nots = "."\n');
    const alert = page.getByRole('alert').filter({ hasText: 'there is no key `nots`' });
    await alert.waitFor();
    assert.ok(await page.locator('h1', { hasText: 'Second' }).isVisible(), 'the last good page stays');
    write('studyguide.toml', 'notes = "."\n[site]\ntitle = "Mended"\n');
    await page.locator('header', { hasText: 'Mended' }).first().waitFor();
    assertQuiet(opened, url);
    await opened.context.close();
  });
});
