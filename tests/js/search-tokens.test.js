import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fold, tokenize } from '../../static/js/core/search-tokens.js';

const vectors = JSON.parse(readFileSync(new URL('../search/tokenizer.json', import.meta.url), 'utf8'));

test('terms are those of the vectors that the build is held to as well', () => {
  for (const { text, style, terms } of vectors) {
    // Readers type no code blocks.
    if (style === 'code') continue;
    assert.deepEqual(tokenize(text).map(({ term, from, to }) => [term, from, to]), terms, text);
  }
});

test('a token knows where its word stands', () => {
  const text = 'Use asyncio.gather, “naïve” C#.';
  const words = tokenize(text).map(({ term, start, end }) => [term, text.slice(start, end)]);
  assert.deepEqual(words, [
    ['use', 'Use'],
    ['asyncio', 'asyncio'],
    ['gather', 'gather'],
    ['asyncio.gather', 'asyncio.gather'],
    ['naive', 'naïve'],
    ['c#', 'C#'],
  ]);
});

test('folding takes accents and case, and nothing else', () => {
  assert.equal(fold('Crème Brûlée'), 'creme brulee');
  assert.equal(fold('Здравствуй'), 'здравствуи');
  assert.equal(fold('नमस्ते'), 'नमस्ते');
});
