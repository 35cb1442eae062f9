/**
 * `<search-dialog>`: search over the page, as a combobox after the ARIA practices: focus stays in the field, arrows move
 * through the results, Enter opens one.
 *
 * Opens by whatever carries `data-search-open`: without JavaScript that is a link to the search page.
 */

import { element, root, search, show, summary } from './search-list.js';

const OPENERS = '[data-search-open]';

class SearchDialog extends HTMLElement {
  /** @type {HTMLAnchorElement[]} */
  links = [];
  active = -1;
  /** The search that is going on; an older one that ends later is dropped. */
  latest = 0;

  connectedCallback() {
    const opener = (event) => event.target.closest?.(OPENERS);
    document.addEventListener('click', (event) => {
      if (!opener(event) || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      this.open();
    });
    // The index is fetched as soon as someone means to search.
    for (const intent of ['pointerover', 'focusin']) {
      document.addEventListener(intent, (event) => opener(event) && this.warm(), { passive: true });
    }
  }

  warm() {
    search.warm().catch(() => {});
  }

  open() {
    this.warm();
    if (!this.dialog) this.build();
    if (!this.dialog.open) this.dialog.showModal();
    this.field.select();
  }

  build() {
    this.field = element('input', 'search-input');
    Object.assign(this.field, { type: 'search', autocomplete: 'off', spellcheck: false, enterKeyHint: 'go', placeholder: 'Search the guide' });
    this.list = element('div', 'search-results');
    Object.assign(this.list, { id: 'search-results', role: 'listbox', ariaLabel: 'Results' });
    this.status = element('p', 'search-status');
    this.status.role = 'status';
    const close = element('button', 'search-close', 'Close');
    close.addEventListener('click', () => this.dialog.close());
    const attributes = {
      role: 'combobox',
      'aria-label': 'Search the guide',
      'aria-autocomplete': 'list',
      'aria-controls': 'search-results',
      'aria-expanded': 'false',
      autocapitalize: 'none',
    };
    for (const [name, value] of Object.entries(attributes)) this.field.setAttribute(name, value);
    this.dialog = element('dialog', 'search', element('div', 'search-bar', this.field, close), this.status, this.list);
    this.dialog.setAttribute('aria-label', 'Search');
    this.append(this.dialog);
    this.field.addEventListener('input', () => this.update());
    this.dialog.addEventListener('keydown', (event) => this.press(event));
    this.dialog.addEventListener('click', (event) => {
      // Only a click beside the dialog has the dialog itself as its target; a result on this very page leaves it open.
      if (event.target === this.dialog || event.target.closest('a')) this.dialog.close();
    });
  }

  async update() {
    const query = this.field.value;
    const turn = ++this.latest;
    try {
      const found = await search.search(query);
      if (turn !== this.latest) return;
      this.links = show(this.list, found);
      this.links.forEach((link, at) => {
        Object.assign(link, { id: `search-hit-${at}`, role: 'option', tabIndex: -1 });
      });
      this.status.textContent = summary(found, query);
      this.list.scrollTop = 0;
      this.activate(this.links.length ? 0 : -1);
    } catch {
      if (turn === this.latest) this.status.textContent = 'Search could not load its index. Check the connection and try again.';
    }
  }

  activate(next) {
    this.active = next;
    this.links.forEach((link, at) => link.setAttribute('aria-selected', String(at === next)));
    this.field.setAttribute('aria-expanded', String(this.links.length > 0));
    this.field.setAttribute('aria-activedescendant', this.links[next]?.id ?? '');
    this.links[next]?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (event.isComposing || event.target !== this.field) return;
    const count = this.links.length;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && count) {
      event.preventDefault();
      this.activate((this.active + steps[event.key] + count) % count);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.follow(event);
    }
  }

  /** Opens the chosen result, or the search page where there is none. */
  follow(event) {
    const link = this.links[this.active];
    if (link) link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: event.ctrlKey, metaKey: event.metaKey }));
    else if (this.field.value.trim()) location.href = `${root}search.html?q=${encodeURIComponent(this.field.value.trim())}`;
  }
}

customElements.define('search-dialog', SearchDialog);
