/**
 * `<site-sidebar>`: keeps the sidebar's place from page to page, and shows the current page in it.
 */

const KEY = 'studyguide:sidebar';

class SiteSidebar extends HTMLElement {
  connectedCallback() {
    const list = this.closest('nav');
    if (!list) return;
    const reveal = () => {
      const current = this.querySelector('[aria-current="page"]');
      if (!current) return;
      const [inner, outer] = [current.getBoundingClientRect(), list.getBoundingClientRect()];
      if (inner.top < outer.top || inner.bottom > outer.bottom) list.scrollTop += inner.top - outer.top - outer.height / 3;
    };
    try {
      list.scrollTop = Number(sessionStorage.getItem(KEY) ?? 0);
      window.addEventListener('pagehide', () => sessionStorage.setItem(KEY, String(list.scrollTop)));
    } catch {
      // Without storage every page starts at its own entry.
    }
    reveal();
    list.addEventListener('toggle', reveal);
  }
}

customElements.define('site-sidebar', SiteSidebar);
