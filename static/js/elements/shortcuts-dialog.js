/**
 * `<shortcuts-dialog>`: lists the keyboard shortcuts, acts on them, and lets the reader switch the single keys off.
 */

import { actionOf } from '../core/shortcuts.js';
import { store } from './site.js';

const TYPING = 'input, textarea, select, [contenteditable], pre:focus';

class ShortcutsDialog extends HTMLElement {
  connectedCallback() {
    this.dialog = this.querySelector('dialog');
    const box = this.querySelector('input');
    if (box) {
      box.checked = this.singleKeys;
      box.addEventListener('change', () => store.write('single-keys', box.checked ? null : 'off'));
    }
    this.dialog?.addEventListener('click', (event) => {
      // Only a click beside the dialog has the dialog itself as its target.
      if (event.target === this.dialog) this.dialog?.close();
    });
    document.addEventListener('keydown', (event) => this.press(event));
    for (const button of document.querySelectorAll('[data-shortcuts-open]')) {
      button.addEventListener('click', () => this.open());
      if (button instanceof HTMLElement) button.hidden = false;
    }
  }

  get singleKeys() {
    return store.read('single-keys') !== 'off';
  }

  open() {
    this.dialog?.showModal();
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const target = event.target instanceof Element ? event.target : document.body;
    const action = actionOf(event, {
      typing: target.matches(TYPING),
      dialog: document.querySelector('dialog[open]') !== null,
      singleKeys: this.singleKeys,
    });
    if (!action) return;
    event.preventDefault();
    if (action === 'shortcuts') this.open();
    else document.querySelector('[data-search-open]')?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  }
}

customElements.define('shortcuts-dialog', ShortcutsDialog);
