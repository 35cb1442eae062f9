/**
 * Which keys do something, and when they must not.
 *
 * @typedef {'search' | 'shortcuts' | 'settings' | 'next' | 'previous' | 'read' | 'sidebar'} Action
 * @typedef {{ key: string, ctrlKey: boolean, metaKey: boolean, altKey: boolean, isComposing?: boolean }} KeyPress
 * @typedef {{ typing: boolean, dialog: boolean, singleKeys: boolean }} Situation
 */

/** @type {Readonly<Record<string, Action>>} */
const SINGLE_KEYS = {
  '/': 'search',
  s: 'search',
  '?': 'shortcuts',
  ',': 'settings',
  n: 'next',
  p: 'previous',
  m: 'read',
  b: 'sidebar',
};

/**
 * What a key press asks for.
 * @param {KeyPress} press
 * @param {Situation} situation whether the reader is typing, a dialog is open, and single keys are switched on
 * @returns {Action | null}
 */
export function actionOf(press, situation) {
  if (press.isComposing || press.altKey) return null;
  if (press.ctrlKey || press.metaKey) {
    return press.key.toLowerCase() === 'k' && !situation.dialog ? 'search' : null;
  }
  if (situation.typing || situation.dialog || !situation.singleKeys) return null;
  return Object.hasOwn(SINGLE_KEYS, press.key) ? SINGLE_KEYS[press.key] : null;
}
