import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerpt, marked } from '../../static/js/core/search-excerpt.js';
import { fit, rank } from '../../static/js/core/search-rank.js';
import { distance, mend, nearest } from '../../static/js/core/search-speller.js';
import { complete, find } from '../../static/js/core/search-words.js';

test('distance counts wrong, missing, added and swapped letters', () => {
  assert.equal(distance('decorator', 'decorator', 2), 0);
  assert.equal(distance('decoratr', 'decorator', 2), 1);
  assert.equal(distance('decroator', 'decorator', 2), 1);
  assert.equal(distance('dacorators', 'decorator', 2), 2);
  assert.equal(distance('cache', 'decorator', 2), 3);
});

/** The first page has four units, the second three. */
const pageOf = (unit) => (unit < 4 ? 0 : 4);

const clue = (from, to, scores) => ({
  from,
  to,
  found: [{ weight: 1, units: Object.keys(scores).map(Number), scores: Object.values(scores), capped: false }],
});

test('a unit with all the words goes before one with more of a single word', () => {
  const ranked = rank([clue(0, 1, { 0: 9, 4: 4 }), clue(1, 2, { 4: 4 })], pageOf);
  assert.deepEqual(ranked.map(({ unit }) => unit), [4, 0]);
});

test('a section is helped by what its page says', () => {
  const ranked = rank([clue(0, 1, { 0: 5 }), clue(1, 2, { 3: 5, 6: 5 })], pageOf);
  assert.equal(ranked[0].unit, 3);
});

test('nothing is ranked where nothing is known', () => {
  assert.deepEqual(rank([], pageOf), []);
});

test('a title fits a query as far as both say the same', () => {
  const ignored = (term) => ['what', 'is', 'the', 'a', 'and'].includes(term);
  const word = (term, ...forms) => ({ term, from: 0, to: 1, found: [{ forms }] });
  assert.equal(fit('What is the GIL?', [word('gil', 'gil')], ignored), 1);
  assert.equal(fit('Decorators', [word('decorator', 'decorator', 'decorators')], ignored), 1);
  assert.equal(fit('Locks and threads', [word('lock', 'lock', 'locks')], ignored), 0.5);
  assert.equal(fit('Locks', [word('lock', 'locks'), word('gil', 'gil')], ignored), 0.5);
  assert.equal(fit('Is', [word('is', 'is')], ignored), 1);
  assert.equal(fit('Queues', [word('gil', 'gil')], ignored), 0);
});

test('an excerpt shows the stretch with most of the words, marked', () => {
  const text = `The lock. ${'Filler words go on. '.repeat(20)}Here the global lock of the interpreter stands. ${'More words. '.repeat(20)}`;
  const shown = excerpt(text, new Set(['lock', 'interpreter']));
  assert.deepEqual(shown.filter((piece) => piece.marked).map((piece) => piece.text), ['lock', 'interpreter']);
  assert.ok(shown.map((piece) => piece.text).join('').length < 200);
});

test('a text without the words is shown from its beginning', () => {
  assert.deepEqual(excerpt('Short text.', new Set(['none'])), [{ text: 'Short text.', marked: false }]);
  assert.deepEqual(marked('', new Set(['none'])), []);
});

/** An index of one shard and a speller. */
const index = (lists, speller) => {
  const shard = new Map(Object.entries(lists).flatMap(([terms, units]) => {
    const list = { units, scores: units.map(() => 4), forms: terms.split('|') };
    return list.forms.map((term) => [term, list]);
  }));
  return { shard: async () => shard, file: async () => speller };
};

test('a word is found with all its forms, and completed by the likeliest', async () => {
  const known = index({ 'cache|caches': [1], cached: [1, 2, 3], 'cache lock': [9], other: [4] });
  assert.deepEqual((await find(known, 'caches'))[0].forms, ['cache', 'caches']);
  assert.deepEqual(await find(known, 'cach'), []);
  assert.deepEqual((await complete(known, 'cach', 1)).map(({ forms }) => forms[0]), ['cached', 'cache']);
});

test('an unknown word is taken for the likeliest that is spelt nearly so, and a code token for its parts', async () => {
  const known = index({ gather: [1], 'asyncio.gather': [2] }, ['95', 'gather', 'lather']);
  const word = (term, from, to) => ({ term, from, to, found: [] });
  const [part, whole, none] = await mend(known, [word('gathre', 1, 2), word('asyncio.gathre', 0, 2), word('zzz', 2, 3)]);
  assert.deepEqual([part.correction, whole.correction, none.correction], ['gather', 'asyncio.gather', undefined]);
});

test('the nearest topics are those whose names share most', async () => {
  const known = index({ ' topic:deadlock': [3, 160], ' topic:livelock': [176], ' topic:cache': [192], ' kind:note': [1] });
  assert.deepEqual((await nearest(known, ' Dedlock ', 2)).map(({ unit }) => unit), [160, 176]);
});
