/**
 * How large a drawing is shown: steps between what fits its frame and twice its own size. Pure.
 */

const STEP = 1.25;
const LARGEST = 2.5;

/**
 * The scale at which a drawing fits its frame, never larger than it is.
 * @param {number} drawn
 * @param {number} frame
 */
export const fitting = (drawn, frame) => (drawn > 0 && frame > 0 ? Math.min(1, frame / drawn) : 1);

/**
 * The next scale, closer (1) or farther (-1).
 * @param {number} scale
 * @param {1 | -1} direction
 * @param {number} least what fits the frame
 */
export function zoomed(scale, direction, least) {
  const next = direction > 0 ? scale * STEP : scale / STEP;
  return Math.min(LARGEST, Math.max(Math.min(1, least), next));
}
