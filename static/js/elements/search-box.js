/**
 * What the search dialog and the search page have in common: a field, its filters, what there is to say, the list.
 */

import { createSearch } from '../core/search.js';
import { tokenize } from '../core/search-tokens.js';
import { element } from './page-parts.js';
import { searchFilters } from './search-filters.js';
import { WORDS, attributes, show, summary, wayOn } from './search-list.js';
import { root } from './site.js';

const open = (options) => createSearch({ fetch: (path) => fetch(path, options), base: `${root}search-index/` });

export class SearchBox extends HTMLElement {
  /** The site's search: one for all boxes of a page. */
  static search = open();
  /** The search that is going on; an older one that ends later is dropped. */
  latest = 0;

  make() {
    this.field = attributes(element('input', 'search-input'), {
      type: 'search',
      placeholder: WORDS.search,
      'aria-label': WORDS.search,
      autocapitalize: 'none',
      autocomplete: 'off',
      enterkeyhint: 'search',
      spellcheck: 'false',
    });
    this.list = element('div', 'search-results');
    this.status = attributes(element('p', 'search-status'), { role: 'status' });
    this.aside = element('div', 'search-aside');
    this.filters = searchFilters(this.field, SearchBox.search.warm().then(({ filters }) => filters));
    // Browsers build patterns at their first use, once for narrow letters and once for wide ones: better now than at a key.
    setTimeout(() => ['a.b', '“a.b”'].forEach(tokenize));
  }

  /** Searches for what the field holds, and shows what was found. @param {number} [most] how many pages of the guide */
  async find(most) {
    const query = this.field.value;
    const turn = ++this.latest;
    const attempt = () => SearchBox.search.search(query, most);
    try {
      // The site may have been built anew since its directory was read: all files lie elsewhere then.
      const found = await attempt().catch(() => (SearchBox.search = open({ cache: 'reload' })) && attempt());
      if (turn !== this.latest) return;
      const links = show(this.list, found, SearchBox.search.text);
      this.filters.offer(found.groups);
      this.status.textContent = query.trim() && summary(found, query);
      const lost = query.trim() && (found.near || !links[0]);
      this.aside.replaceChildren(...(lost ? [wayOn(WORDS.topics, 'topics/index.html')] : this.beyond(found)));
      this.shown(links);
    } catch {
      if (turn === this.latest) this.status.textContent = WORDS.failed;
    }
  }
}
