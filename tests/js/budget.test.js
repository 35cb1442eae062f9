import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const assets = fileURLToPath(new URL('../../static/', import.meta.url));
const compressed = (text) => gzipSync(text, { level: 9 }).length;

/** A script as the build sends it: without comments, indentation and blank lines. */
const sent = (text) => text.replace(/^\s*\/\*[^]*?\*\/$/gm, '').replace(/^\s*(\/\/.*)?\n|^\s+/gm, '');

/** The files below a folder. */
const below = (folder) =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? below(path) : [path];
  });

/** A module with everything that it imports before it runs. */
function closure(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  for (const [, target] of readFileSync(path, 'utf8').matchAll(/^(?:import|export)\s(?:[^'"]*\sfrom\s)?['"]([^'"]+)['"]/gm)) {
    closure(join(dirname(path), target), found);
  }
  return found;
}

test('what runs before a reader acts is at most 12 KB', () => {
  const modules = [...closure(join(assets, 'js/main.js'))];
  assert.ok(modules.length > 5, 'the imports were followed');
  const size = modules.reduce((sum, path) => sum + compressed(sent(readFileSync(path, 'utf8'))), 0);
  assert.ok(size <= 12 * 1024, `${size} bytes`);
});

test('so is what runs before someone acts who has read before', () => {
  const returning = ['main', 'elements/reading-progress', 'elements/place-keeper', 'elements/image-zoom'];
  const modules = new Set(returning.flatMap((name) => [...closure(join(assets, `js/${name}.js`))]));
  const size = [...modules].reduce((sum, path) => sum + compressed(sent(readFileSync(path, 'utf8'))), 0);
  assert.ok(size <= 12 * 1024, `${size} bytes`);
});

test('what a search loads of scripts, with its dialog and its page, is at most 16 KB', () => {
  const modules = [...closure(join(assets, 'js/elements/search-dialog.js'), closure(join(assets, 'js/elements/search-page.js')))];
  const size = modules.reduce((sum, path) => sum + compressed(sent(readFileSync(path, 'utf8'))), 0);
  assert.ok(size <= 16 * 1024, `${size} bytes`);
});

test('no script or style reaches another host', () => {
  for (const path of below(assets).filter((path) => /\.(css|js)$/.test(path))) {
    const lines = readFileSync(path, 'utf8').split('\n').filter((line) => !/^\s*(\*|\/\*|\/\/)/.test(line));
    assert.doesNotMatch(lines.join('\n'), /https?:\/\/|url\(\s*['"]?\/\//, path);
  }
});
