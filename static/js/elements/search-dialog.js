/**
 * `<search-dialog>`: search over the page, as a combobox after the ARIA practices: focus stays in the field, arrows move
 * through the results, Enter opens one.
 *
 * Opens by whatever carries `data-search-open`: without JavaScript that is a link to the search page.
 */

import { forget, recent, remember } from '../core/search-recent.js';
import { element } from './page-parts.js';
import { SearchBox } from './search-box.js';
import { WORDS, attributes, button, wayOn } from './search-list.js';
import { root, store } from './site.js';

const OPENERS = '[data-search-open]';

// A note's headings have ids without a colon.
const LIST = 'theme:search-results';

class SearchDialog extends SearchBox {
  /** What can be chosen: results, or recent searches. @type {HTMLElement[]} */
  options = [];
  active = -1;

  connectedCallback() {
    document.addEventListener('click', (event) => {
      const isOpener = event.target instanceof Element && event.target.closest(OPENERS);
      if (!isOpener || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      this.open();
    });
    // The index is fetched as soon as someone means to search.
    SearchBox.search.warm().catch(() => {});
  }

  open() {
    if (!this.dialog) this.build();
    if (!this.dialog.open) this.dialog.showModal();
    this.field.select();
    if (!this.field.value) this.update();
  }

  build() {
    this.make();
    attributes(this.field, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': LIST, 'aria-expanded': 'false' });
    attributes(this.list, { id: LIST, role: 'listbox' });
    const bar = element('div', 'search-bar', this.field, button('search-close', WORDS.close, () => this.dialog.close()));
    this.dialog = attributes(element('dialog', 'search', bar, this.filters, this.status, this.list, this.aside), { 'aria-label': WORDS.search });
    this.append(this.dialog);
    this.field.addEventListener('input', () => this.update());
    this.field.addEventListener('keydown', (event) => this.press(event));
    // Only a click beside the dialog has the dialog itself as its target.
    this.dialog.addEventListener('click', (event) => event.target === this.dialog && this.dialog.close());
  }

  update() {
    if (this.field.value.trim()) this.going = this.find();
    else this.showRecent();
  }

  /** What stands below the results. */
  beyond() {
    return [wayOn(WORDS.all, this.address)];
  }

  /** Makes what was found the list's options. @param {HTMLAnchorElement[]} links */
  shown(links) {
    for (const link of links) {
      link.addEventListener('click', (event) => {
        remember(store, this.field.value);
        // A result on this very page leaves it open.
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) this.dialog.close();
      });
    }
    this.offer(links, WORDS.results, links[0] ? 0 : -1);
  }

  showRecent() {
    this.latest++;
    this.filters.offer([]);
    const options = recent(store).map((query) => {
      const option = element('div', 'search-hit', element('span', 'search-recent', query));
      option.addEventListener('click', () => {
        this.field.value = query;
        this.update();
      });
      return option;
    });
    const clear = button('text-button', WORDS.clear, () => {
      forget(store);
      this.update();
      this.field.focus();
    });
    this.list.replaceChildren(...options);
    this.aside.replaceChildren(...(options[0] ? [clear] : []));
    this.status.textContent = options[0] ? WORDS.recent : '';
    this.offer(options, WORDS.recent, -1);
  }

  /** Makes these the options of the list. */
  offer(options, label, active) {
    this.options = options;
    this.list.setAttribute('aria-label', label);
    this.list.scrollTop = 0;
    this.field.setAttribute('aria-expanded', options.length > 0);
    options.forEach((option, at) => attributes(option, { id: `${LIST}-${at}`, role: 'option', tabindex: -1 }));
    this.activate(active);
  }

  activate(next) {
    this.active = next;
    this.options.forEach((option, at) => option.setAttribute('aria-selected', at === next));
    const option = this.options[next];
    if (option) this.field.setAttribute('aria-activedescendant', option.id);
    else this.field.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const count = this.options.length;
    const next = { ArrowDown: this.active + 1, ArrowUp: Math.max(this.active, 0) - 1 }[event.key];
    if (event.isComposing) return;
    if (next !== undefined && count) {
      event.preventDefault();
      this.activate((next + count) % count);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.follow(event);
    }
  }

  /** The search page with this query, from the site's root. */
  get address() {
    return `search.html?q=${encodeURIComponent(this.field.value.trim())}`;
  }

  /** Opens what is chosen, else the search page; who types fast and presses Enter means what is found then. */
  async follow({ ctrlKey, metaKey, shiftKey }) {
    await this.going;
    const option = this.options[this.active];
    if (option) option.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
    else if (this.field.value.trim()) location.assign(root + this.address);
  }
}

customElements.define('search-dialog', SearchDialog);
