import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import { NOTHING, countBelow, countOf, fileOf, merged, parse, progressOf, renamed, textOf, withPlace, withRead, withoutRead } from '../../static/js/core/progress.js';
import { routeOf } from '../../static/js/core/route.js';

const day = (n) => new Date(Date.UTC(2025, 0, n));
const place = (note) => ({ note, title: 'T', section: 's', share: 0.5 });
const read = (...notes) => notes.reduce((progress, note, n) => withRead(progress, note, day(n + 1)), NOTHING);

test('what is kept comes back', () => {
  const progress = withPlace(read('b.html', 'a/ü.html'), place('c.html'), day(3));
  assert.deepEqual(progressOf(textOf(progress)), progress);
  assert.equal(textOf(withoutRead(read('a.html'), 'a.html')), null, 'nothing needs no text');
  assert.deepEqual(progressOf(null), NOTHING);
});

test('a file is what the sample is, which the schema is tested with', () => {
  const sample = readFileSync(new URL('progress.json', import.meta.url), 'utf8');
  assert.equal(fileOf(withPlace(read('b.html', 'a/ü.html'), place('c.html'), day(3))), sample.trim());
});

test('a file that is none, or from a later version, is refused by name', () => {
  for (const text of ['', 'null', '[]', '"x"', '{"read":{}}', '{"version":"1","read":{}}', '{"version":1,"read":null}']) {
    assert.deepEqual(parse(text), { fault: 'foreign' }, text);
  }
  assert.deepEqual(parse('{"version":2,"read":{}}'), { fault: 'newer' });
});

test('what makes no sense in a file is left out, and the rest is taken', () => {
  const text = JSON.stringify({ version: 1, read: { 'a.html': day(1), 'b.html': 'soon', 'c.html': 3 }, left: { note: 'a.html', title: 'A', at: day(2), share: 7 } });
  const { progress } = parse(text);
  assert.deepEqual([...progress.read.keys()], ['a.html']);
  assert.deepEqual(progress.left, { note: 'a.html', title: 'A', section: '', share: 0, at: day(2).toISOString() });
  assert.equal(parse('{"version":1,"read":{},"left":{"note":3}}').progress.left, null);
});

test('two browsers make one progress, whichever comes first', () => {
  const one = withPlace(withRead(read('a.html'), 'both.html', day(9)), place('old.html'), day(9));
  const other = withPlace(withRead(read('b.html'), 'both.html', day(5)), place('new.html'), day(10));
  const both = merged(one, other);
  assert.deepEqual([...both.read.keys()].sort(), ['a.html', 'b.html', 'both.html']);
  assert.equal(both.read.get('both.html'), day(5).toISOString());
  assert.equal(both.left.note, 'new.html');
  assert.deepEqual(progressOf(textOf(merged(other, one))), progressOf(textOf(both)));
});

test('a note counts once, and folders count what stands below them', () => {
  const progress = read('data/a.html', 'data/deep/b.html', 'database.html');
  assert.equal(countOf(progress, ['data/a.html', 'data/a.html', 'x.html']), 1);
  assert.equal(countBelow(progress, 'data/', 5), 2);
  assert.equal(countBelow(progress, '', 5), 3);
  assert.equal(countBelow(progress, '', 2), 2, 'notes that are gone do not make it more than there are');
});

test('an address is known by what stands below its root', () => {
  const root = 'https://x.org/g/';
  assert.equal(routeOf(root, 'https://x.org/g/data/%C3%BC.html?a#b'), 'data/ü.html');
  assert.equal(routeOf(root, 'https://x.org/g/'), 'index.html');
  assert.equal(routeOf(root, 'https://x.org/g/data/'), 'data/index.html');
  assert.equal(routeOf(root, 'https://x.org/other/a.html'), null);
  assert.equal(routeOf(root, 'https://x.org/g/%ff.html'), null);
});

test('what was read under an old name is read under the new one, as it was first read', () => {
  const names = new Map([['old.html', 'new.html'], ['left.html', 'right.html']]);
  const known = withPlace(read('new.html', 'old.html', 'other.html'), place('left.html'), day(4));
  const { read: now, left } = renamed(known, names);
  assert.deepEqual([...now], [['new.html', day(1).toISOString()], ['other.html', day(3).toISOString()]]);
  assert.equal(left.note, 'right.html');
  assert.deepEqual(renamed(NOTHING, names), NOTHING);
});
