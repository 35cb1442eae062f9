/**
 * `<copy-button>`: copies the code of the figure that it stands in. `main.js` puts one into every figure of code.
 */

class CopyButton extends HTMLElement {
  connectedCallback() {
    const { copy = '', copied = '' } = document.documentElement.dataset;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = copy;
    button.addEventListener('click', async () => {
      const code = this.closest('figure')?.querySelector('code')?.textContent ?? '';
      await navigator.clipboard.writeText(code);
      button.textContent = copied;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => (button.textContent = copy), 2000);
    });
    button.setAttribute('aria-live', 'polite');
    this.replaceChildren(button);
  }
}

customElements.define('copy-button', CopyButton);

/** Gives every figure of code its button. */
export function addCopyButtons() {
  if (!navigator.clipboard) return;
  for (const figure of document.querySelectorAll('figure.code')) {
    figure.append(document.createElement('copy-button'));
  }
}
