// Builds guides with the tool under test, each into a folder of its own that is removed at the end.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** The program under test. */
export const TOOL = process.env.STUDYGUIDE ?? join(ROOT, 'target', 'debug', 'studyguide');

/** The folders that hold guides, by name: the one that this repository ships, and the fixtures. */
const GUIDES = {
  notes: ROOT,
  shapes: join(ROOT, 'tests', 'fixtures', 'shapes'),
  links: join(ROOT, 'tests', 'fixtures', 'links'),
  awkward: join(ROOT, 'tests', 'fixtures', 'awkward'),
};

/** The names of all guides. */
export const guides = Object.keys(GUIDES);

const folders = [];
process.on('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/**
 * Builds a guide and gives the folder of the site.
 * @param {keyof typeof GUIDES} guide
 * @param {{ baseUrl?: string }} [options]
 */
export function build(guide, { baseUrl } = {}) {
  if (!existsSync(TOOL)) throw new Error(`${TOOL} is missing: run \`cargo build\` first, or name the tool in STUDYGUIDE`);
  const folder = mkdtempSync(join(tmpdir(), `studyguide-${guide}-`));
  folders.push(folder);
  const base = baseUrl ? ['--base-url', baseUrl] : [];
  execFileSync(TOOL, ['build', GUIDES[guide], '--output-dir', folder, '--no-cache', '--quiet', ...base], { cwd: ROOT, stdio: 'pipe' });
  return folder;
}
