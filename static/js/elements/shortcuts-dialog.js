/**
 * `<shortcuts-dialog>`: lists the keyboard shortcuts, acts on them, and lets the reader switch the single keys off.
 */

import { actionOf } from '../core/shortcuts.js';
import { store } from './site.js';

const TYPING = 'input, textarea, select, [contenteditable], pre:focus';

/** What a key presses, by what it asks for. @type {Record<import('../core/shortcuts.js').Action, string>} */
const PRESSED = {
  search: '[data-search-open]',
  shortcuts: '[data-shortcuts-open]',
  settings: '.settings-button',
  next: '.neighbours .next',
  previous: '.neighbours .previous',
  read: '.read-mark button',
  sidebar: '.menu-button',
};

class ShortcutsDialog extends HTMLElement {
  connectedCallback() {
    this.dialog = this.querySelector('dialog');
    const box = this.querySelector('input');
    box?.addEventListener('change', () => store.write('single-keys', box.checked ? null : 'off'));
    this.dialog?.addEventListener('click', (event) => {
      // Only a click beside the dialog has the dialog itself as its target.
      if (event.target === this.dialog) this.dialog?.close();
    });
    document.addEventListener('keydown', (event) => this.press(event));
    document.querySelector(PRESSED.shortcuts)?.addEventListener('click', () => {
      if (box) box.checked = this.singleKeys;
      this.dialog?.showModal();
    });
  }

  get singleKeys() {
    return store.read('single-keys') !== 'off';
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const target = event.target instanceof Element ? event.target : document.body;
    const action = actionOf(event, {
      typing: target.matches(TYPING),
      dialog: document.querySelector('dialog[open]') !== null,
      singleKeys: this.singleKeys,
    });
    const pressed = action && document.querySelector(PRESSED[action]);
    if (!(pressed instanceof HTMLElement)) return;
    event.preventDefault();
    pressed.click();
  }
}

customElements.define('shortcuts-dialog', ShortcutsDialog);
