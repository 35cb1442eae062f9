// Builds guides with the tool under test, each into a folder of its own that is removed at the end.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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
  arabic: join(ROOT, 'tests', 'fixtures', 'arabic'),
};

/** The names of all guides. */
export const guides = Object.keys(GUIDES);

const folders = [];
process.on('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/**
 * Builds a guide and gives the folder of the site.
 * @param {keyof typeof GUIDES} guide
 * @param {{ baseUrl?: string, settings?: Record<string, string> }} [options] settings are variables that stand over the configuration's keys
 */
export function build(guide, { baseUrl, settings } = {}) {
  const folder = temporary(guide);
  buildInto(folder, GUIDES[guide], baseUrl ? ['--base-url', baseUrl] : [], settings);
  return folder;
}

/** A folder that is removed at the end. @param {string} name */
export function temporary(name) {
  const folder = mkdtempSync(join(tmpdir(), `studyguide-${name}-`));
  folders.push(folder);
  return folder;
}

/**
 * Builds the notes of a folder into another, over what an earlier build left there.
 * @param {string} folder
 * @param {string} notes
 * @param {string[]} flags
 * @param {Record<string, string>} settings
 */
export function buildInto(folder, notes, flags = [], settings = {}) {
  if (!existsSync(TOOL)) throw new Error(`${TOOL} is missing: run \`cargo build\` first, or name the tool in STUDYGUIDE`);
  execFileSync(TOOL, ['build', notes, '--output-dir', folder, '--no-cache', '--quiet', ...flags], { cwd: ROOT, stdio: 'pipe', env: { ...process.env, ...settings } });
}

/**
 * Writes a guide of a few notes into a folder.
 * @param {string} folder
 * @param {Record<string, string>} notes texts by path
 */
export function write(folder, notes) {
  for (const [path, text] of Object.entries(notes)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
