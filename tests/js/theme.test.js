import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import { currentSection } from '../../static/js/core/reading-place.js';
import { actionOf } from '../../static/js/core/shortcuts.js';
import { sitePath, siteStore } from '../../static/js/core/storage.js';
import { nextTheme, themeOf } from '../../static/js/core/theme.js';

const press = (key, modifiers = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...modifiers });
const calm = { typing: false, dialog: false, singleKeys: true };

test('themes go round, and what is no theme is automatic', () => {
  assert.deepEqual(['auto', 'light', 'dark'].map(nextTheme), ['light', 'dark', 'auto']);
  assert.equal(themeOf('purple'), 'auto');
  assert.equal(themeOf(null), 'auto');
});

test('sites of one origin keep apart what they store', () => {
  const kept = new Map();
  const storage = { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value), removeItem: (key) => kept.delete(key) };
  const one = siteStore(storage, sitePath('../', 'https://me.github.io/one/a/b.html'));
  const two = siteStore(storage, sitePath('', 'https://me.github.io/two/index.html'));
  one.write('theme', 'dark');
  assert.equal(one.read('theme'), 'dark');
  assert.equal(two.read('theme'), null);
  assert.deepEqual([...kept.keys()], ['studyguide:/one/:theme']);
  one.write('theme', null);
  assert.equal(kept.size, 0);
});

test('a storage that is missing or throws loses nothing but the preference', () => {
  const forbidden = { getItem() { throw new Error('no'); }, setItem() { throw new Error('no'); }, removeItem() { throw new Error('no'); } };
  for (const storage of [undefined, forbidden]) {
    const store = siteStore(storage, '/');
    store.write('theme', 'dark');
    assert.equal(store.read('theme'), null);
  }
});

test('the script that stands in every page reads what the switch writes', () => {
  const boot = readFileSync(new URL('../../static/js/boot.js', import.meta.url), 'utf8');
  const run = (kept, root, address) => {
    const document = { documentElement: { dataset: { root } } };
    new Function('document', 'location', 'localStorage', boot)(document, { href: address }, { getItem: (key) => kept.get(key) ?? null });
    return document.documentElement.dataset.theme;
  };
  const kept = new Map();
  siteStore({ setItem: (key, value) => kept.set(key, value) }, sitePath('../', 'https://x.org/g/a/b.html')).write('theme', 'dark');
  assert.equal(run(kept, '../', 'https://x.org/g/c/d.html'), 'dark');
  assert.equal(run(kept, '', 'https://x.org/other.html'), undefined);
});

test('the section being read is the last one that began above the line', () => {
  assert.equal(currentSection([300, 900], 200, false), -1);
  assert.equal(currentSection([-500, 150, 900], 200, false), 1);
  assert.equal(currentSection([-900, -400, 300, 500], 200, true), 3);
  assert.equal(currentSection([-900, -400], 200, true), 1);
  assert.equal(currentSection([], 200, true), -1);
});

test('single keys act only where no one is typing and they are switched on', () => {
  assert.equal(actionOf(press('/'), calm), 'search');
  assert.equal(actionOf(press('?'), calm), 'shortcuts');
  assert.equal(actionOf(press('/'), { ...calm, typing: true }), null);
  assert.equal(actionOf(press('s'), { ...calm, singleKeys: false }), null);
  assert.equal(actionOf(press('s'), { ...calm, dialog: true }), null);
  assert.equal(actionOf(press('/', { altKey: true }), calm), null);
  assert.equal(actionOf(press('s', { isComposing: true }), calm), null);
  assert.equal(actionOf(press('ArrowRight'), calm), null);
});

test('Ctrl+K opens search from everywhere but a dialog', () => {
  assert.equal(actionOf(press('k', { ctrlKey: true }), { typing: true, dialog: false, singleKeys: false }), 'search');
  assert.equal(actionOf(press('K', { metaKey: true }), calm), 'search');
  assert.equal(actionOf(press('k', { ctrlKey: true }), { ...calm, dialog: true }), null);
  assert.equal(actionOf(press('s', { ctrlKey: true }), calm), null);
});
