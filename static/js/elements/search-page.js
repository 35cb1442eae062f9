/**
 * `<search-page>`: the page of results. The query stands in the address (`search.html?q=gil`), so that it can be kept and
 * shared. What the element holds before is the text for readers whose browser runs no modules.
 */

import { remember } from '../core/search-recent.js';
import { element } from './page-parts.js';
import { WORDS, attributes, button, search, searchField, searchFilters, show, summary, wayOn } from './search-list.js';
import { store } from './site.js';

/** How many pages of the guide the list shows at first, and how many more each time. */
const GROUPS = 10;

class SearchPage extends HTMLElement {
  connectedCallback() {
    this.field = attributes(searchField(), { name: 'q' });
    this.status = attributes(element('p', 'search-status'), { role: 'status' });
    this.list = element('div', 'search-results');
    this.more = element('div', 'search-aside');
    const form = attributes(element('form', 'search-bar', this.field), { role: 'search' });
    form.addEventListener('submit', (event) => event.preventDefault());
    this.field.value = new URLSearchParams(location.search).get('q') ?? '';
    this.filters = searchFilters(this.field);
    this.replaceChildren(form, this.filters, this.status, this.list, this.more);
    this.field.addEventListener('input', () => {
      const query = this.field.value;
      history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname);
      this.update(GROUPS);
    });
    this.list.addEventListener('click', () => remember(store, this.field.value));
    if (this.field.value) this.update(GROUPS);
    else this.field.focus();
  }

  /** @param {number} most how many pages of the guide to show */
  async update(most) {
    const query = this.field.value;
    try {
      const found = await search.search(query, most);
      if (query !== this.field.value) return;
      show(this.list, found);
      this.filters.offer(found.groups);
      this.status.textContent = summary(found, query);
      const none = query.trim() && (found.near || !found.groups.length);
      if (none) this.more.replaceChildren(wayOn(WORDS.topics, 'topics/index.html'));
      else this.more.replaceChildren(...(found.groups.length < most ? [] : [button('text-button', WORDS.more, () => this.update(most + GROUPS))]));
    } catch {
      this.status.textContent = WORDS.failed;
    }
  }
}

customElements.define('search-page', SearchPage);
