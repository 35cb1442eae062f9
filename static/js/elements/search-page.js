/**
 * `<search-page>`: the page of results. The query stands in the address (`search.html?q=gil`), so that it can be kept and
 * shared. What the element holds before is the text for readers whose browser runs no modules.
 */

import { remember } from '../core/search-recent.js';
import { element } from './page-parts.js';
import { SearchBox } from './search-box.js';
import { PAUSE, WORDS, attributes, button } from './search-list.js';
import { store } from './site.js';

/** How many pages of the guide the list shows at first, and how many more each time. */
const GROUPS = 10;

class SearchPage extends SearchBox {
  most = GROUPS;

  connectedCallback() {
    this.make();
    this.field.name = 'q';
    this.field.value = new URLSearchParams(location.search).get('q') ?? '';
    const form = attributes(element('form', 'search-bar', this.field), { role: 'search' });
    form.addEventListener('submit', (event) => event.preventDefault());
    this.replaceChildren(form, this.filters, this.status, this.list, this.aside);
    this.field.addEventListener('input', () => {
      clearTimeout(this.keeping);
      this.keeping = setTimeout(() => this.keep(), PAUSE);
      this.find((this.most = GROUPS));
    });
    this.list.addEventListener('click', () => remember(store, this.field.value));
    if (this.field.value) this.find(GROUPS);
    else this.field.focus();
  }

  /** Writes the query into the address: browsers fetch the site's icon again each time. */
  keep() {
    const query = this.field.value;
    history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname);
  }

  /** What stands below the results. */
  beyond({ groups }) {
    return groups.length < this.most ? [] : [button('text-button', WORDS.more, () => this.find((this.most += GROUPS)))];
  }

  shown() {}
}

customElements.define('search-page', SearchPage);
