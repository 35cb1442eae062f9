/**
 * `<search-dialog>`: search over the page, as a combobox after the ARIA practices: focus stays in the field, arrows move
 * through the results, Enter opens one.
 *
 * Opens by whatever carries `data-search-open`: without JavaScript that is a link to the search page.
 */

import { forget, recent, remember } from '../core/search-recent.js';
import { element, root } from './page-parts.js';
import { WORDS, attributes, button, search, searchField, searchFilters, show, summary, wayOn } from './search-list.js';
import { store } from './site.js';

const OPENERS = '[data-search-open]';

// A note's headings have ids without a colon.
const LIST = 'theme:search-results';

class SearchDialog extends HTMLElement {
  /** What can be chosen: results, or recent searches. @type {HTMLElement[]} */
  options = [];
  active = -1;
  /** The search that is going on; an older one that ends later is dropped. */
  latest = 0;

  connectedCallback() {
    const opener = (event) => event.target instanceof Element && event.target.closest(OPENERS);
    document.addEventListener('click', (event) => {
      if (!opener(event) || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      this.open();
    });
    // The index is fetched as soon as someone means to search.
    search.warm().catch(() => {});
  }

  open() {
    if (!this.dialog) this.build();
    if (!this.dialog.open) this.dialog.showModal();
    this.field.select();
    if (!this.field.value) this.update();
  }

  build() {
    this.field = attributes(searchField(), { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': LIST, 'aria-expanded': 'false' });
    this.list = attributes(element('div', 'search-results'), { id: LIST, role: 'listbox' });
    this.status = attributes(element('p', 'search-status'), { role: 'status' });
    this.aside = element('div', 'search-aside');
    this.filters = searchFilters(this.field);
    const bar = element('div', 'search-bar', this.field, button('search-close', WORDS.close, () => this.dialog.close()));
    this.dialog = element('dialog', 'search', bar, this.filters, this.status, this.list, this.aside);
    this.dialog.setAttribute('aria-label', WORDS.search);
    this.append(this.dialog);
    this.field.addEventListener('input', () => this.update());
    this.field.addEventListener('keydown', (event) => this.press(event));
    // Only a click beside the dialog has the dialog itself as its target.
    this.dialog.addEventListener('click', (event) => event.target === this.dialog && this.dialog.close());
  }

  async update() {
    const query = this.field.value;
    const turn = ++this.latest;
    if (!query.trim()) return this.showRecent();
    try {
      const found = await search.search(query);
      if (turn !== this.latest) return;
      const links = show(this.list, found);
      this.filters.offer(found.groups);
      for (const link of links) {
        // A result on this very page leaves it open.
        link.addEventListener('click', (event) => {
          remember(store, this.field.value);
          if (!event.ctrlKey && !event.metaKey && !event.shiftKey) this.dialog.close();
        });
      }
      this.say(summary(found, query));
      const more = found.near || !links.length ? wayOn(WORDS.topics, 'topics/index.html') : wayOn(WORDS.all, this.address);
      this.aside.replaceChildren(more);
      this.offer(links, WORDS.results);
      this.activate(links.length ? 0 : -1);
    } catch {
      if (turn === this.latest) this.say(WORDS.failed);
    }
  }

  showRecent() {
    this.filters.offer([]);
    const options = recent(store).map((query) => {
      const option = element('div', 'search-hit', element('span', 'search-recent', query));
      option.addEventListener('click', () => {
        this.field.value = query;
        this.update();
      });
      return option;
    });
    this.list.replaceChildren(...options);
    const clear = button('text-button', WORDS.clear, () => {
      forget(store);
      this.update();
      this.field.focus();
    });
    this.aside.replaceChildren(...(options.length ? [clear] : []));
    this.say(options.length ? WORDS.recent : '');
    this.offer(options, WORDS.recent);
    this.activate(-1);
  }

  say(text) {
    this.status.textContent = text;
  }

  /** Makes these the options of the list. */
  offer(options, label) {
    this.options = options;
    this.list.setAttribute('aria-label', label);
    this.list.scrollTop = 0;
    this.field.setAttribute('aria-expanded', String(options.length > 0));
    options.forEach((option, at) => attributes(option, { id: `${LIST}-${at}`, role: 'option', tabindex: -1 }));
  }

  activate(next) {
    this.active = next;
    this.options.forEach((option, at) => option.setAttribute('aria-selected', String(at === next)));
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

  /** Opens what is chosen, else the search page. */
  follow({ ctrlKey, metaKey, shiftKey }) {
    const option = this.options[this.active];
    if (option) option.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
    else if (this.field.value.trim()) location.assign(root + this.address);
  }
}

customElements.define('search-dialog', SearchDialog);
