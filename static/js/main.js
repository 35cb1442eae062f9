/**
 * The one entry: every element upgrades what the page already holds.
 */

import './elements/theme-switch.js';
import './elements/page-outline.js';
import './elements/site-sidebar.js';
import './elements/shortcuts-dialog.js';
import { addCopyButtons } from './elements/copy-button.js';

addCopyButtons();

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
