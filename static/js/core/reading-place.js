/**
 * The section that is being read.
 *
 * @param {readonly number[]} tops where each heading stands, from the top of the window, in document order
 * @param {number} line how far down the window the reader's eye is taken to be
 * @param {boolean} atEnd whether the page cannot be scrolled further
 * @returns {number} the position of the heading whose section crosses the line; -1 above the first one
 */
export function currentSection(tops, line, atEnd) {
  if (atEnd && tops.length > 0) {
    // The last sections of a page may be too short to ever reach the line.
    const visible = tops.findLastIndex((top) => top >= 0);
    if (visible >= 0) return visible;
  }
  return tops.findLastIndex((top) => top <= line);
}
