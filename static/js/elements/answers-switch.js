/**
 * `<answers-switch>`: opens and closes all answers of a page, and remembers which. Its checkbox works by CSS alone until this
 * script serves it.
 */

import { store } from './site.js';

const ANSWERS = 'details.answer';

class AnswersSwitch extends HTMLElement {
  connectedCallback() {
    const box = this.querySelector('input');
    if (!box) return;
    const show = (/** @type {boolean} */ shown) => {
      box.checked = shown;
      for (const answer of document.querySelectorAll(ANSWERS)) answer.toggleAttribute('open', shown);
    };
    // A browser may have kept the box as it was left.
    if (box.checked || store.read('answers') === 'shown') show(true);
    // From here on each answer says itself whether it is open.
    document.documentElement.dataset.answers = 'served';
    box.addEventListener('change', () => {
      store.write('answers', box.checked ? 'shown' : null);
      show(box.checked);
    });
    window.addEventListener('storage', () => {
      const shown = store.read('answers') === 'shown';
      if (shown !== box.checked) show(shown);
    });
  }
}

customElements.define('answers-switch', AnswersSwitch);
