import assert from 'node:assert/strict';
import { test } from 'node:test';
import { has, narrowed, parse, toggle } from '../../static/js/core/search-query.js';

test('filters, phrases and words are told apart', () => {
  const parsed = parse('Kind:question gil topic:"Event  Loop" "last ten" level:basic');
  assert.deepEqual(parsed.filters, [
    { key: 'kind', value: 'question' },
    { key: 'topic', value: 'event-loop' },
    { key: 'level', value: 'basic' },
  ]);
  assert.deepEqual(parsed.phrases, ['last ten']);
  assert.equal(parsed.words.trim(), 'gil "last ten"');
});

test('what only looks like a filter is a word', () => {
  for (const query of ['std::vector', 'http://a.b', 'a:b', 'kind:', 'xkind:question']) assert.deepEqual(parse(query).filters, [], query);
});

test('a chip puts its filter into the query and takes it out', () => {
  assert.equal(toggle('gil', 'kind:question'), 'kind:question gil');
  assert.equal(toggle('kind:question gil', 'kind:question'), 'gil');
  assert.ok(has('topic:"Event Loop" x', 'topic:event-loop'));
});

/** An index of one shard. */
const index = (terms, texts = {}) => ({
  shard: async () => new Map(Object.entries(terms).map(([term, units]) => [term, { units, scores: units.map(() => 1) }])),
  text: async (unit) => texts[unit] ?? '',
});

test('one key leaves what any of its values leaves, another key narrows', async () => {
  const found = await narrowed(index({ ' kind:callout': [4], ' kind:question': [1, 2], ' level:basic': [2, 3] }), 'kind:question kind:call level:basic x');
  assert.deepEqual(found.sets.map((set) => [...set]), [[1, 2, 4], [2, 3]]);
  assert.equal(found.words, 'x');
  assert.equal(found.quoted, undefined);
});

test('a result without the phrase weighs less', async () => {
  const { quoted } = await narrowed(index({}, { 1: 'We copy old rows in batches.', 2: 'Old rows: copy them.' }), '"copy old rows"');
  assert.equal(await quoted('Title', 1), 1);
  assert.ok((await quoted('Title', 2)) < 1);
  assert.equal(await quoted('Copy old rows', 2), 1);
});
