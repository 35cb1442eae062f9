/**
 * `<search-page>`: the page of results. The query stands in the address (`search.html?q=gil`), so that it can be kept and
 * shared. What the element holds before is the text for readers whose browser runs no modules.
 */

import { remember } from '../core/search-recent.js';
import { element } from './page-parts.js';
import { WORDS, search, searchField, show, summary, wayOut } from './search-list.js';
import { store } from './site.js';

class SearchPage extends HTMLElement {
  connectedCallback() {
    this.field = searchField();
    this.field.name = 'q';
    this.status = element('p', 'search-status');
    this.status.setAttribute('role', 'status');
    this.list = element('div', 'search-results');
    const form = element('form', 'search-bar', this.field);
    form.setAttribute('role', 'search');
    form.addEventListener('submit', (event) => event.preventDefault());
    this.replaceChildren(form, this.status, this.list);
    this.field.value = new URLSearchParams(location.search).get('q') ?? '';
    this.field.addEventListener('input', () => {
      const query = this.field.value;
      history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname);
      this.update();
    });
    this.list.addEventListener('click', () => remember(store, this.field.value));
    if (this.field.value) this.update();
    else this.field.focus();
  }

  async update() {
    const query = this.field.value;
    try {
      const found = await search.search(query);
      if (query !== this.field.value) return;
      const links = show(this.list, found);
      if (query.trim() && !links.length) this.list.append(wayOut());
      this.status.textContent = summary(found, query);
    } catch {
      this.status.textContent = WORDS.failed;
    }
  }
}

customElements.define('search-page', SearchPage);
