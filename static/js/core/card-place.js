/**
 * Where a card stands that tells about a stretch of text.
 *
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Box
 * @typedef {{ width: number, height: number }} Size
 */

/** The room between the text and its card, and between a card and the window's edge. */
const GAP = 6;
const EDGE = 8;

/**
 * Below the text, or above it where only there is room; begins where the text does, and stays within the window.
 * @param {Box} text
 * @param {Size} card
 * @param {Size} view
 * @param {'ltr' | 'rtl'} direction
 * @returns {{ left: number, top: number }}
 */
export function placeOf(text, card, view, direction) {
  const below = text.bottom + GAP;
  const above = text.top - GAP - card.height;
  const fits = below + card.height + EDGE <= view.height || above < EDGE;
  const left = direction === 'rtl' ? text.right - card.width : text.left;
  return { left: Math.max(EDGE, Math.min(left, view.width - card.width - EDGE)), top: fits ? below : above };
}
