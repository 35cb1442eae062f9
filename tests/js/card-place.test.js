import assert from 'node:assert/strict';
import test from 'node:test';

import { placeOf } from '../../static/js/core/card-place.js';

const view = { width: 400, height: 300 };
const card = { width: 200, height: 100 };
const text = (left, top) => ({ left, right: left + 40, top, bottom: top + 20 });

test('a card stands below its text, and above where only there is room', () => {
  assert.deepEqual(placeOf(text(50, 40), card, view, 'ltr'), { left: 50, top: 66 });
  assert.deepEqual(placeOf(text(50, 250), card, view, 'ltr'), { left: 50, top: 144 });
  assert.equal(placeOf(text(50, 60), { width: 200, height: 290 }, view, 'ltr').top, 86, 'where neither has room, below can be scrolled to');
});

test('a card stays within the window, whatever the direction', () => {
  assert.equal(placeOf(text(350, 40), card, view, 'ltr').left, 192);
  assert.equal(placeOf(text(300, 40), card, view, 'rtl').left, 140);
  assert.equal(placeOf(text(20, 40), card, view, 'rtl').left, 8);
});
