/**
 * The one entry: every element upgrades what the page already holds.
 */

import './elements/answers-switch.js';
import './elements/theme-switch.js';
import './elements/page-outline.js';
import './elements/revealed-target.js';
import './elements/site-sidebar.js';
import './elements/shortcuts-dialog.js';
import { addCopyButtons } from './elements/copy-button.js';

const OPENERS = '[data-search-open]';

addCopyButtons();

if (document.querySelector('topic-map')) import('./elements/topic-map.js');
if (document.querySelector('search-page')) import('./elements/search-page.js');
if (document.querySelector('question-filter')) import('./elements/question-filter.js');

// The site is kept when the page needs nothing any more.
if (document.querySelector('offline-copy')) addEventListener('load', () => setTimeout(() => import('./elements/offline-copy.js')));

// A search that led here has left the words to mark.
try {
  if (sessionStorage.getItem('studyguide:marks')) import('./elements/search-marks.js').then(({ takeMarks }) => takeMarks());
} catch {
  // Without storage there is nothing to mark.
}

// The search dialog is fetched when someone means to search. Until then its opener is a link to the search page, and stays
// one where the dialog cannot be had.
const loadSearch = () => import('./elements/search-dialog.js');
const openerOf = (/** @type {Event} */ event) =>
  event.target instanceof Element ? /** @type {HTMLAnchorElement | null} */ (event.target.closest(OPENERS)) : null;
for (const intent of ['pointerover', 'focusin']) {
  document.addEventListener(intent, (event) => openerOf(event) && loadSearch().catch(() => {}), { passive: true });
}
document.addEventListener('click', (event) => {
  const opener = openerOf(event);
  if (!opener || customElements.get('search-dialog') || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  loadSearch().then(() => opener.click(), () => location.assign(opener.href));
});

// So is the card of a link to a topic.
const meant = new AbortController();
for (const intent of ['pointerover', 'focusin']) {
  const fetchCard = (/** @type {Event} */ event) => {
    if (!(event.target instanceof Element && event.target.closest('a.mention'))) return;
    meant.abort();
    import('./elements/mention-card.js').then(({ begin }) => begin(event), () => {});
  };
  document.addEventListener(intent, fetchCard, { passive: true, signal: meant.signal });
}

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
