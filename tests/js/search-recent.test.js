import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forget, recent, remember } from '../../static/js/core/search-recent.js';

function memory(values = {}) {
  return {
    read: (name) => values[name] ?? null,
    write: (name, value) => {
      if (value === null) delete values[name];
      else values[name] = value;
    },
  };
}

test('the latest search stands first, each stands once, and few are kept', () => {
  const store = memory();
  for (const query of ['gil', 'locks', ' GIL ', 'a', 'b', 'c', 'd', '  ']) remember(store, query);
  assert.deepEqual(recent(store), ['d', 'c', 'b', 'a', 'GIL', 'locks']);
  forget(store);
  assert.deepEqual(recent(store), []);
});

test('what is no list of searches is taken for none', () => {
  assert.deepEqual(recent(memory({ searches: '{' })), []);
  assert.deepEqual(recent(memory({ searches: '{"a":1}' })), []);
  assert.deepEqual(recent(memory({ searches: '["a",1,null]' })), ['a']);
});
