/**
 * `<search-page>`: the page of results. The query stands in the address (`search.html?q=gil`), so that it can be kept and
 * shared. What the element holds before is the text for readers whose browser runs no modules.
 */

import { element, search, show, summary } from './search-list.js';

class SearchPage extends HTMLElement {
  connectedCallback() {
    this.field = element('input', 'search-input');
    Object.assign(this.field, { type: 'search', name: 'q', autocomplete: 'off', ariaLabel: 'Search the guide' });
    this.status = element('p', 'search-status');
    this.status.role = 'status';
    this.list = element('div', 'search-results');
    const form = element('form', 'search-bar', this.field);
    form.role = 'search';
    form.addEventListener('submit', (event) => event.preventDefault());
    this.replaceChildren(form, this.status, this.list);
    this.field.value = new URLSearchParams(location.search).get('q') ?? '';
    this.field.addEventListener('input', () => {
      const query = this.field.value;
      history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname);
      this.update();
    });
    this.update();
    if (!this.field.value) this.field.focus();
  }

  async update() {
    const query = this.field.value;
    try {
      const found = await search.search(query);
      if (query !== this.field.value) return;
      show(this.list, found);
      this.status.textContent = summary(found, query);
    } catch {
      this.status.textContent = 'Search could not load its index. Check the connection and try again.';
    }
  }
}

customElements.define('search-page', SearchPage);
