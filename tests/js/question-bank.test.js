import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filter, readQuestions, readWish, writeWish } from '../../static/js/core/question-bank.js';

const level = (name) => ({ name, title: name });
const columns = {
  pages: true,
  topics: ['gil', 'locks'],
  notes: [['Threads', 'python/threads.html', 'python/threads.md'], ['Doors', 'doors.html', 'doors.md']],
  words: 'What is the `GIL`?\nWho holds it?\nQu’est-ce qu’une clé?\n',
  names: 'aaa\nbbb\nccc\n',
  note: [0, 0, 1],
  levels: [level('none'), level('basic')],
  level: [1, 0, 0],
  kinds: [{ name: 'open', title: 'Question' }, { name: 'follow-up', title: 'Follow-up' }],
  kind: [0, 1, 0],
  answered: [1, 0, 1],
  about: [[0], [0, 1], []],
  parent: [0, 1, 0],
  also: { 2: [0] },
};

const questions = readQuestions(columns);
const found = (wish) => filter(questions, wish).map((at) => questions[at].page);

test('a question leads to its page, and to its place in its note where there are no pages', () => {
  assert.equal(questions[0].page, 'questions/aaa.html');
  assert.equal(questions[1].parent, 0);
  assert.equal(readQuestions({ ...columns, pages: false })[2].page, 'doors.html#q-ccc');
});

test('each facet leaves the questions that have it', () => {
  const [a, b, c] = questions.map(({ page }) => page);
  assert.deepEqual(found({}), [a, b, c]);
  assert.deepEqual(found({ topic: 'gil' }), [a, b]);
  assert.deepEqual(found({ topic: 'gil', answered: 'no' }), [b]);
  assert.deepEqual(found({ level: 'none' }), [b, c]);
  assert.deepEqual(found({ kind: 'follow-up' }), [b]);
  assert.deepEqual(found({ note: 'doors.md' }), [c]);
  assert.deepEqual(found({ note: 'python/' }), [a, b, c], 'a folder holds its notes, and those that ask the same');
  assert.deepEqual(found({ topic: 'unknown' }), []);
});

test('words are found in any order, without regard to case and accents', () => {
  assert.equal(found({ q: 'gil WHAT' }).length, 1);
  assert.equal(found({ q: 'cle' }).length, 1);
  assert.equal(found({ q: 'what door' }).length, 0);
});

test('an address holds what is asked for, and nothing else', () => {
  assert.equal(writeWish({ q: ' ', topic: '' }), '');
  const wish = { q: 'a & b', topic: 'c++', note: 'x y/ä.md' };
  assert.deepEqual(readWish(writeWish(wish)), wish);
  assert.deepEqual(readWish('?topic=gil&utm=1'), { topic: 'gil' });
});
