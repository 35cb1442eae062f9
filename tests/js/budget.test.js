import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const assets = fileURLToPath(new URL('../../static/', import.meta.url));
const compressed = (text) => gzipSync(text, { level: 9 }).length;

/** The files below a folder. */
const below = (folder) =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? below(path) : [path];
  });

const program = process.env.STUDYGUIDE ?? fileURLToPath(new URL('../../target/debug/studyguide', import.meta.url));
let scripts;

before(() => {
  const site = mkdtempSync(join(tmpdir(), 'budget-'));
  const notes = fileURLToPath(new URL('../search/guide', import.meta.url));
  const built = spawnSync(program, ['build', notes, '--output-dir', site, '--force'], { encoding: 'utf8' });
  assert.equal(built.status, 0, built.stderr);
  scripts = new Map(below(join(site, 'assets')).filter((path) => path.endsWith('.js')).map((path) => [path.split('/js/')[1], readFileSync(path)]));
  rmSync(site, { recursive: true });
});

/** What files take with everything that they import before they run, as the build writes them. */
function size(...names) {
  const found = new Set();
  const take = (name) => {
    if (found.has(name)) return;
    found.add(name);
    for (const [, path] of scripts.get(name).toString().matchAll(/\bimport(?:\{[^}]*\}from)?\s?'([^']+)'/g)) take(join(dirname(name), path));
  };
  names.forEach(take);
  return { names: found, of: (skip) => [...found].filter((name) => !skip.includes(name)).reduce((sum, name) => sum + compressed(scripts.get(name)), 0) };
}

test('scripts are still scripts when the build has made them smaller', () => {
  assert.ok(scripts.size > 5);
  for (const [name, text] of scripts) {
    const checked = spawnSync(process.execPath, ['--check', '--input-type=module', '-'], { input: text, encoding: 'utf8' });
    assert.equal(checked.status, 0, `${name}: ${checked.stderr}`);
    for (const [, names, path] of text.toString().matchAll(/\bimport\{([^}]*)\}from'([^']+)'/g)) {
      const given = scripts.get(join(dirname(name), path)).toString();
      for (const one of names.split(',')) assert.match(given, new RegExp(`export (const|class|(async )?function\\*?) ${one}\\b`), `${name}: ${path}`);
    }
  }
});

test('nothing but search loads what search loads', () => {
  for (const name of scripts.keys()) {
    if (name !== 'elements/search.js') assert.ok(!size(name).names.has('elements/search.js'), name);
    if (!name.includes('search')) assert.ok(!size(name).names.has('core/search.js'), name);
  }
});

test('what runs before a reader acts is at most 12 KB', () => {
  const bytes = size('main.js').of([]);
  assert.ok(bytes <= 12 * 1024, `${bytes} bytes`);
});

test('so is what runs before someone acts who has read before', () => {
  const returning = ['main.js', 'elements/reading-progress.js', 'elements/place-keeper.js', 'elements/image-zoom.js'];
  const bytes = size(...returning.filter((name) => scripts.has(name))).of([]);
  assert.ok(bytes <= 12 * 1024, `${bytes} bytes`);
});

test('the engine of search is at most 4 KB, and all of search 10 KB', (t) => {
  const engine = size('core/search.js').of([]);
  const all = size('elements/search.js', 'elements/search-marks.js').of(['main.js', 'elements/page-parts.js']);
  t.diagnostic(`engine ${engine} bytes; with the dialog, the page, corrections, filters and marks ${all}`);
  assert.ok(engine > 1000 && engine <= 4 * 1024, `${engine} bytes`);
  assert.ok(all > engine && all <= 10 * 1024, `${all} bytes`);
});

test('no script or style reaches another host', () => {
  for (const path of below(assets).filter((path) => /\.(css|js)$/.test(path))) {
    const lines = readFileSync(path, 'utf8').split('\n').filter((line) => !/^\s*(\*|\/\*|\/\/)/.test(line));
    assert.doesNotMatch(lines.join('\n'), /https?:\/\/|url\(\s*['"]?\/\//, path);
  }
});
