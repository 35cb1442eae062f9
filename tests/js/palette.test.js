import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

const css = readFileSync(new URL('../../static/css/tokens.css', import.meta.url), 'utf8').split('@media')[0];
const colours = Object.fromEntries(
  [...css.matchAll(/--([\w-]+): (?:var\([\w-]+, )?(?:var\(--more\) )?light-dark\((#\w+), (#\w+)\)/g)].map(([, name, light, dark]) => [name, { light, dark }]),
);
const isStrong = (name) => name.startsWith('strong-');
const palette = Object.fromEntries(Object.entries(colours).filter(([name]) => !isStrong(name)));
/** The same where more contrast is wanted. */
const strong = { ...palette, ...Object.fromEntries(Object.entries(colours).filter(([name]) => isStrong(name)).map(([name, pair]) => [name.replace('strong-', ''), pair])) };

const digits = (colour) => (colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join('') : colour.slice(1, 7));
const channels = (colour) => digits(colour).match(/../g).map((pair) => parseInt(pair, 16) / 255);
const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (colour) => {
  const [red, green, blue] = channels(colour).map(linear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (a, b) => {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
};

/** What is written on what. */
const GROUNDS = {
  text: { colours: ['ink', 'ink-soft', 'accent', 'note', 'tip', 'important', 'warning', 'caution'], on: ['paper', 'tint', 'raised', 'accent-tint'] },
  code: { colours: Object.keys(palette).filter((name) => /^code-(?!paper|inserted|deleted)/.test(name)), on: ['code-paper', 'tint', 'accent-tint', 'code-inserted', 'code-deleted'] },
};

for (const [kind, { colours, on }] of Object.entries(GROUNDS)) {
  test(`${kind} can be read on every ground in both themes (WCAG AA)`, () => {
    assert.ok(colours.length >= 8);
    for (const theme of ['light', 'dark']) {
      for (const colour of colours) {
        for (const ground of on) {
          const ratio = contrast(palette[colour][theme], palette[ground][theme]);
          assert.ok(ratio >= 4.5, `--${colour} on --${ground}, ${theme}: ${ratio.toFixed(2)}`);
        }
      }
    }
  });
}

test('where more contrast is wanted, text has what WCAG calls enhanced', () => {
  assert.notDeepEqual(strong, palette);
  for (const theme of ['light', 'dark']) {
    for (const colour of ['ink', 'ink-soft', 'accent']) {
      for (const ground of ['paper', 'tint', 'raised']) {
        const [more, less] = [strong, palette].map((set) => contrast(set[colour][theme], set[ground][theme]));
        assert.ok(more >= 7 && more > less, `--${colour} on --${ground}, ${theme}: ${more.toFixed(2)}, without ${less.toFixed(2)}`);
      }
    }
  }
});

test('what outlines a control stands out from the page (WCAG 1.4.11)', () => {
  for (const theme of ['light', 'dark']) assert.ok(contrast(palette['rule-strong'][theme], palette.paper[theme]) >= 3);
});
