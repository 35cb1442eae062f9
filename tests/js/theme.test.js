import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import { currentSection } from '../../static/js/core/reading-place.js';
import { actionOf } from '../../static/js/core/shortcuts.js';
import { sitePath, siteStore } from '../../static/js/core/storage.js';
import { PREFERENCES, apply, mediaOf } from '../../static/js/core/preferences.js';
import { NOTHING, textOf, withRead } from '../../static/js/core/progress.js';

const press = (key, modifiers = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...modifiers });
const calm = { typing: false, dialog: false, singleKeys: true };

test('what was chosen stands on the page, and nothing that was not', () => {
  const kept = { theme: 'dark', size: 'large', foreign: 'x' };
  const data = { root: '../', width: 'wide' };
  apply({ read: (name) => kept[name] ?? null }, data);
  assert.deepEqual(data, { root: '../', theme: 'dark', size: 'large' });
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
    assert.equal(store.write('theme', 'dark'), false);
    assert.equal(store.read('theme'), null);
  }
});

/** What the script that stands in every page makes of what a browser keeps. */
function boot(kept, page, tab = new Map()) {
  const script = readFileSync(new URL('../../static/js/boot.js', import.meta.url), 'utf8');
  const dataset = { ...page.data };
  const sidebar = { scrollTop: 0 };
  const bars = ['light', 'dark'].map((theme) => ({ dataset: { theme }, media: `(prefers-color-scheme: ${theme})` }));
  const document = { documentElement: { dataset }, getElementById: () => sidebar, querySelectorAll: () => bars };
  const storage = (values) => ({ getItem: (key) => values.get(key) ?? null });
  const run = new Function('document', 'location', 'localStorage', 'sessionStorage', 'requestAnimationFrame', script);
  run(document, { href: page.href }, storage(kept), storage(tab), (act) => act());
  return { dataset, sidebar, bars: bars.map(({ media }) => media) };
}

/** A storage, and the store of a site in it. */
function keeping(root, address) {
  const kept = new Map();
  return { kept, store: siteStore({ setItem: (key, value) => kept.set(key, value) }, sitePath(root, address)) };
}

test('the script that stands in every page applies every choice before anything is painted', () => {
  const { kept, store } = keeping('../', 'https://x.org/g/a/b.html');
  for (const name of PREFERENCES) store.write(name, 'chosen');
  const { dataset } = boot(kept, { data: { root: '../' }, href: 'https://x.org/g/c/d.html' });
  for (const name of PREFERENCES) assert.equal(dataset[name], 'chosen', name);
  assert.deepEqual(boot(kept, { data: { root: '' }, href: 'https://x.org/other.html' }).dataset, { root: '' });
});

test("the browser's own bars follow the theme that was chosen", () => {
  const page = { data: { root: '' }, href: 'https://x.org/g/' };
  const { kept, store } = keeping('', page.href);
  assert.deepEqual(boot(kept, page).bars, ['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)']);
  store.write('theme', 'dark');
  const { bars } = boot(kept, page);
  assert.deepEqual(bars, ['not all', 'all']);
  assert.deepEqual(['light', 'dark'].map((theme) => mediaOf(theme, 'dark')), bars, 'the settings say the same');
  assert.equal(mediaOf('dark', undefined), '(prefers-color-scheme: dark)');
});

test('it knows whether the note of the page is read', () => {
  const { kept, store } = keeping('', 'https://x.org/g/');
  store.write('progress', textOf(withRead(NOTHING, 'a/"b".html', new Date(0))));
  const page = (note) => ({ data: { root: '../', note }, href: 'https://x.org/g/a/b.html' });
  assert.equal(boot(kept, page('a/"b".html')).dataset.read, 'read');
  assert.equal(boot(kept, page('b.html')).dataset.read, undefined);
  assert.equal(boot(kept, page(undefined)).dataset.read, undefined);
  assert.equal(boot(kept, page('b.html')).dataset.progress, 'kept');
  assert.equal(boot(new Map(), page('b.html')).dataset.progress, undefined);
});

test('it puts the sidebar where it was left', () => {
  const { kept, store } = keeping('', 'https://x.org/g/');
  store.write('sidebar', '240');
  assert.equal(boot(new Map(), { data: { root: '' }, href: 'https://x.org/g/x.html' }, kept).sidebar.scrollTop, '240');
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
  assert.equal(actionOf(press('toString'), calm), null);
});

test('Ctrl+K opens search from everywhere but a dialog', () => {
  assert.equal(actionOf(press('k', { ctrlKey: true }), { typing: true, dialog: false, singleKeys: false }), 'search');
  assert.equal(actionOf(press('K', { metaKey: true }), calm), 'search');
  assert.equal(actionOf(press('k', { ctrlKey: true }), { ...calm, dialog: true }), null);
  assert.equal(actionOf(press('s', { ctrlKey: true }), calm), null);
});
