/**
 * The reader's choice of colours.
 *
 * @typedef {'auto' | 'light' | 'dark'} Theme
 */

/** @type {readonly Theme[]} */
export const THEMES = ['auto', 'light', 'dark'];

/**
 * The choice that a stored value stands for.
 * @param {string | null} value
 * @returns {Theme}
 */
export function themeOf(value) {
  return THEMES.find((theme) => theme === value) ?? 'auto';
}

/**
 * The choice after this one.
 * @param {Theme} theme
 * @returns {Theme}
 */
export function nextTheme(theme) {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
}
