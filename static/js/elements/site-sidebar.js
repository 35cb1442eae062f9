/**
 * `<site-sidebar>`: keeps the sidebar's place and its open folders from page to page, shows the current page in it, and folds
 * it away on wide screens. On narrow ones it is a drawer, which the browser opens and closes.
 */

import { page, store, tabStore } from './site.js';

class SiteSidebar extends HTMLElement {
  connectedCallback() {
    const list = this.closest('nav');
    if (!list) return;
    const current = this.querySelector('[aria-current="page"]');
    const reveal = () => {
      if (!current) return;
      const [inner, outer] = [current.getBoundingClientRect(), list.getBoundingClientRect()];
      if (inner.top < outer.top || inner.bottom > outer.bottom) list.scrollTop += inner.top - outer.top - outer.height / 3;
    };
    this.keepFolders();
    list.scrollTop = Number(tabStore.read('sidebar'));
    window.addEventListener('pagehide', () => tabStore.write('sidebar', String(list.scrollTop)));
    reveal();
    list.addEventListener('toggle', ({ newState }) => {
      reveal();
      // A drawer takes the focus; what opened it gets it back from the browser.
      if (newState === 'open') /** @type {HTMLElement | null} */ (current ?? this.querySelector('a'))?.focus({ preventScroll: true });
    });
    document.querySelector('.menu-button')?.addEventListener('click', (event) => {
      // Where it stands in the page it is no drawer.
      if (getComputedStyle(list).position === 'fixed' || matchMedia('(max-width: 61.99rem)').matches) return;
      event.preventDefault();
      const hidden = page.sidebar !== 'hidden';
      if (hidden) page.sidebar = 'hidden';
      else delete page.sidebar;
      store.write('sidebar', hidden ? 'hidden' : null);
    });
  }

  /** Folders stay as someone left them, as long as the tab is open. */
  keepFolders() {
    /** @type {Record<string, boolean>} */
    const kept = JSON.parse(tabStore.read('folders') ?? '{}');
    for (const folder of this.querySelectorAll('details')) {
      const name = /** @type {HTMLAnchorElement | null} */ (folder.previousElementSibling)?.href ?? '';
      // The page's own folders are open whatever was left.
      if (name in kept && !folder.querySelector('[aria-current]')) folder.open = kept[name];
      folder.addEventListener('toggle', () => {
        kept[name] = folder.open;
        tabStore.write('folders', JSON.stringify(kept));
      });
    }
  }
}

customElements.define('site-sidebar', SiteSidebar);
