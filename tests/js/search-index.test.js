import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openIndex } from '../../static/js/core/search-index.js';

const text = (value) => gzipSync(value);
const directory = { folder: 'f', blocks: '-+-', shards: ['', 'm'], glue: [], asking: [], common: [], filters: [] };

/** A shard with `lock`, which `locks` is a form of, and `日本`: front-coded terms, then two lists. */
const bytes = (term) => [...new TextEncoder().encode(term)];
const shard = gzipSync(
  Uint8Array.from([
    ...[3],
    ...[0, 4, ...bytes('lock'), 0],
    ...[4, 1, ...bytes('s'), 1],
    ...[0, 6, ...bytes('日本'), 0],
    // Two units, not capped: 3, and 3 + 128 + 5; then their scores.
    ...[2 << 1, 3, 0x85, 1, 6, 12],
    // One unit, others left out.
    ...[(1 << 1) | 1, 0, 30],
  ]),
);

function opened(files) {
  const asked = [];
  const fetch = async (path) => {
    asked.push(path);
    return path in files ? new Response(files[path]) : new Response('<html>', { status: 404 });
  };
  return { index: openIndex({ fetch, base: '/s/' }), asked };
}

test('a shard is read as the build writes it', async () => {
  const { index } = opened({ '/s/directory-4.bin': text(JSON.stringify(directory)), '/s/f/words-0.bin': shard });
  const terms = await index.shard('lock');
  assert.deepEqual([...terms.keys()], ['lock', 'locks', '日本']);
  assert.equal(terms.get('lock'), terms.get('locks'));
  assert.deepEqual(terms.get('lock'), { units: [3, 136], scores: [6, 24], capped: 0, forms: ['lock', 'locks'] });
  assert.deepEqual(terms.get('日本'), { units: [0], scores: [150], capped: 1, forms: ['日本'] });
});

test('a term is looked for in the last shard that may hold it, and files are fetched once', async () => {
  const { index, asked } = opened({ '/s/directory-4.bin': text(JSON.stringify(directory)), '/s/f/words-0.bin': shard, '/s/f/words-1.bin': shard });
  await Promise.all(['lock', 'm', 'zebra', 'lock'].map((term) => index.shard(term)));
  assert.deepEqual(asked.sort(), ['/s/directory-4.bin', '/s/f/words-0.bin', '/s/f/words-1.bin']);
});

test('a block goes on with the page of the one before, or begins one', async () => {
  const { index } = opened({ '/s/directory-4.bin': text(JSON.stringify(directory)) });
  const { pageOf } = await index.directory();
  assert.deepEqual([0, 15, 16, 31, 32].map(pageOf), [0, 0, 0, 0, 32]);
});

test('anchors are made from titles as far as nothing else is said', async () => {
  const titles = 'na/b.html\nPage\t\nFree threading!\nGIL\t22- \nWhat is it?\tq- \t2\nPitfall: Waiting\tcallout:1\tc\ftx.html\nTopic\t\nOther name';
  const { index } = opened({ '/s/directory-4.bin': text(JSON.stringify(directory)), '/s/f/titles-0.bin': text(titles), '/s/f/text-0.bin': text('one\ftwo') });
  const { path, units } = await index.block(3);
  assert.equal(path, 'na/b.html');
  assert.deepEqual(units.map(({ anchor, sort }) => [anchor, sort]), [
    ['', undefined],
    ['free-threading', undefined],
    ['22-gil', undefined],
    ['q-what-is-it', '2'],
    ['callout:1', 'c'],
  ]);
  assert.equal((await index.block(16)).path, 'tx.html');
  assert.equal(await index.text(1), 'two');
});

test('what is missing fails', async () => {
  await assert.rejects(opened({}).index.directory());
});
