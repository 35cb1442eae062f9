/**
 * `<page-outline>`: marks, in the list of the page's sections, the one that is being read.
 */

import { currentSection } from '../core/reading-place.js';

class PageOutline extends HTMLElement {
  connectedCallback() {
    const links = [...this.querySelectorAll('a')];
    /** @type {{ link: HTMLAnchorElement, heading: HTMLElement }[]} */
    this.entries = links.flatMap((link) => {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      return heading ? [{ link, heading }] : [];
    });
    this.abort = new AbortController();
    const { signal } = this.abort;
    let asked = false;
    const soon = () => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        this.update();
      });
    };
    window.addEventListener('scroll', soon, { passive: true, signal });
    window.addEventListener('resize', soon, { passive: true, signal });
    // On a phone the list covers the page that a link in it leads to.
    this.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('a')) this.closest('[popover]')?.hidePopover?.();
    }, { signal });
    this.update();
  }

  disconnectedCallback() {
    this.abort?.abort();
  }

  update() {
    const entries = this.entries ?? [];
    const { scrollY, innerHeight } = window;
    const atEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    // What a closed answer hides stands nowhere.
    const tops = entries.map(({ heading }) => (heading.checkVisibility?.() === false ? NaN : heading.getBoundingClientRect().top));
    const position = currentSection(tops, innerHeight * 0.25, atEnd);
    if (position === this.position) return;
    entries[this.position ?? -1]?.link.removeAttribute('aria-current');
    this.position = position;
    const link = entries[position]?.link;
    link?.setAttribute('aria-current', 'true');
    this.keepInView(link);
  }

  /** Scrolls the list itself, never the page. @param {HTMLElement | undefined} link */
  keepInView(link) {
    const list = this.closest('nav');
    if (!link || !list || list.scrollHeight <= list.clientHeight) return;
    const [inner, outer] = [link.getBoundingClientRect(), list.getBoundingClientRect()];
    if (inner.top < outer.top + 48 || inner.bottom > outer.bottom - 48) {
      list.scrollTop += inner.top - outer.top - outer.height / 2;
    }
  }
}

customElements.define('page-outline', PageOutline);
