/**
 * `<reading-settings>`: how pages look, which keys act, and what becomes of the progress. The browser opens and closes it;
 * this script, fetched when someone means to, makes its controls say and do something.
 */

import { PREFERENCES, apply, mediaOf } from '../core/preferences.js';
import { NOTHING, fileOf, merged, parse } from '../core/progress.js';
import { keep, progress } from './reader.js';
import { page, store } from './site.js';

/** Keeps what is being read where it is while everything around it changes its size. @param {() => void} change */
function inPlace(change) {
  const line = innerHeight / 4;
  const blocks = document.querySelectorAll('main :is(h1, h2, h3, p, li, pre, tr)');
  const anchor = [...blocks].find((block) => block.getBoundingClientRect().bottom > line);
  const before = anchor?.getBoundingClientRect().top ?? 0;
  // Browsers that do the same must not do it twice.
  const { style } = document.documentElement;
  style.overflowAnchor = 'none';
  change();
  if (anchor && scrollY > 0) scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: 'instant' });
  setTimeout(() => (style.overflowAnchor = ''), 100);
}

/** Lets the browser's own bars follow the theme. */
function paintBars() {
  const bars = /** @type {NodeListOf<HTMLMetaElement>} */ (document.querySelectorAll('meta[name="theme-color"]'));
  for (const bar of bars) bar.media = mediaOf(bar.dataset.theme, page.theme);
}

class ReadingSettings extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', ({ target }) => target instanceof HTMLInputElement && this.choose(target));
    this.addEventListener('click', ({ target }) => {
      const act = target instanceof HTMLElement ? target.dataset.act : undefined;
      if (act === 'export') this.export();
      if (act === 'forget' && confirm(this.dataset.sure)) this.tell(keep(NOTHING) ? this.dataset.forgotten : this.dataset.unkept);
    });
    window.addEventListener('storage', () => this.show());
    // What was chosen while this script was on its way.
    for (const input of this.querySelectorAll('input')) if (input.checked !== input.defaultChecked && (input.checked || input.type === 'checkbox')) this.choose(input);
    this.show();
  }

  /** Makes the controls say what is kept. */
  show() {
    apply(store, page);
    paintBars();
    for (const input of this.querySelectorAll('input')) {
      if (input.type !== 'file') input.checked = input.value === (store.read(input.name) ?? '');
    }
  }

  /** @param {HTMLInputElement} input */
  choose(input) {
    if (input.type === 'file') return this.import(input);
    const value = input.checked ? input.value : (input.dataset.off ?? '');
    const kept = store.write(input.name, value || null);
    inPlace(() => {
      if (value && PREFERENCES.includes(input.name)) page[input.name] = value;
      else delete page[input.name];
    });
    paintBars();
    if (!kept) this.tell(this.dataset.unkept);
  }

  /** @param {string | undefined} text */
  tell(text) {
    const line = this.querySelector('.settings-said');
    if (line) line.textContent = text ?? '';
  }

  export() {
    const file = new Blob([fileOf(progress())], { type: 'application/json' });
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(file), download: 'progress.json' });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  /** @param {HTMLInputElement} input */
  async import(input) {
    const [file] = input.files ?? [];
    if (!file) return;
    const found = parse(await file.text().catch(() => null));
    input.value = '';
    if ('fault' in found) return this.tell(this.dataset[found.fault]);
    const both = merged(progress(), found.progress);
    // The file may be older than a change of names.
    store.write('renamed', null);
    const kept = keep(both);
    this.tell(`${(this.dataset.imported ?? '').replace('{n}', String(both.read.size))}${kept ? '' : ` ${this.dataset.unkept}`}`);
  }
}

customElements.define('reading-settings', ReadingSettings);
