/**
 * The one entry: every element upgrades what the page already holds. What most visits do without is fetched when someone means
 * to use it, so that nothing waits for it.
 */

import './elements/answers-switch.js';
import './elements/page-outline.js';
import './elements/revealed-target.js';
import './elements/site-sidebar.js';
import './elements/shortcuts-dialog.js';
import { addCopyButtons } from './elements/copy-button.js';

const { dataset: page } = document.documentElement;

addCopyButtons();

if (document.querySelector('topic-map')) import('./elements/topic-map.js');
if (document.querySelector('search-page')) import('./elements/search.js');
if (document.querySelector('question-filter')) import('./elements/question-filter.js');
if (document.querySelector('main .prose img')) import('./elements/image-zoom.js');

// A finger gives no warning before it taps.
if (document.querySelector('.footnote') && matchMedia('(hover: none)').matches) import('./elements/preview-card.js');

// What has been read shows wherever the page names it.
const showProgress = () => import('./elements/reading-progress.js').then(({ show }) => show());
if (page.progress) showProgress();
window.addEventListener('studyguide:progress', showProgress);

// The site is kept when the page needs nothing any more.
if (document.querySelector('offline-copy')) addEventListener('load', () => setTimeout(() => import('./elements/offline-copy.js')));

// A search that led here has left the words to mark.
try {
  if (sessionStorage.getItem('studyguide:marks')) import('./elements/search-marks.js').then(({ takeMarks }) => takeMarks());
} catch {
  // Without storage there is nothing to mark.
}

// Who scrolls in a note may leave it half read.
if (page.note) window.addEventListener('scroll', () => import('./elements/place-keeper.js').then(({ begin }) => begin()), { once: true, passive: true });

/** What someone means to use, with what serves it. It is fetched once. @type {[string, (event: Event) => Promise<unknown>][]} */
const MEANT = [
  ['[data-search-open]', () => import('./elements/search.js')],
  ['.settings-button', () => import('./elements/reading-settings.js')],
  ['.read-mark button', () => import('./elements/read-mark.js')],
  ['a.anchor', () => import('./elements/section-link.js')],
  ['a.mention, .footnote > a', (event) => import('./elements/preview-card.js').then(({ come }) => come(event))],
];
/** The element that an event belongs to. @param {Event} event @param {string} selector */
const at = ({ target }, selector) => (target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest(selector)) : null);

for (const [selector, fetch] of MEANT) {
  const heard = new AbortController();
  const hear = (/** @type {Event} */ event) => {
    if (!at(event, selector)) return;
    heard.abort();
    fetch(event).catch(() => {});
  };
  for (const intent of ['pointerover', 'focusin']) document.addEventListener(intent, hear, { passive: true, signal: heard.signal });
}

document.addEventListener('click', (event) => {
  const mark = at(event, '.read-mark');
  if (mark && at(event, 'button')) import('./elements/read-mark.js').then(({ toggle }) => toggle(mark));
  const sign = /** @type {HTMLAnchorElement | null} */ (at(event, 'a.anchor'));
  if (sign && !event.ctrlKey && !event.metaKey && !event.shiftKey) import('./elements/section-link.js').then(({ copy }) => copy(sign));
  // Until the dialog is there its opener is a link to the search page, and stays one where the dialog cannot be had.
  const opener = /** @type {HTMLAnchorElement | null} */ (at(event, '[data-search-open]'));
  if (!opener || customElements.get('search-dialog') || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  import('./elements/search.js').then(() => opener.click(), () => location.assign(opener.href));
});

// Other tabs may change what this one shows.
window.addEventListener('storage', () => {
  import('./elements/reading-settings.js');
  import('./elements/reader.js').then(({ show }) => show());
});

// Closed answers and details would be missing on paper.
window.addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('main details:not([open])')) {
    details.setAttribute('open', '');
    details.setAttribute('data-opened-for-print', '');
  }
});
window.addEventListener('afterprint', () => {
  for (const details of document.querySelectorAll('[data-opened-for-print]')) {
    details.removeAttribute('open');
    details.removeAttribute('data-opened-for-print');
  }
});

// From here on what needs a script can be used.
page.scripts = 'run';
