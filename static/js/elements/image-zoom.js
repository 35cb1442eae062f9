/**
 * Pictures that can be looked at closely: a click opens them at their own size, over the whole window.
 */

import { element } from './page-parts.js';
import { page } from './site.js';

/** Icons and badges have nothing more to show. */
const LEAST = 200;

/** @param {HTMLImageElement} image */
function open(image) {
  const close = Object.assign(element('button', 'zoom-close', page.close ?? ''), { type: 'submit' });
  const large = Object.assign(new Image(), { src: image.currentSrc || image.src, alt: image.alt, className: 'zoom-image' });
  for (const side of /** @type {const} */ (['width', 'height'])) if (image.hasAttribute(side)) large[side] = Number(image.getAttribute(side));
  const frame = element('div', 'zoom-frame', large);
  const dialog = /** @type {HTMLDialogElement} */ (element('dialog', 'zoom', Object.assign(element('form', '', close), { method: 'dialog' }), frame));
  dialog.setAttribute('aria-label', image.alt || page.enlarge || '');
  frame.tabIndex = 0;
  dialog.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

for (const image of /** @type {NodeListOf<HTMLImageElement>} */ (document.querySelectorAll('main .prose img'))) {
  const width = Number(image.getAttribute('width')) || image.naturalWidth;
  if (image.closest('a, button, summary') || (width && width < LEAST)) continue;
  const button = Object.assign(element('button', 'zoom-open'), { type: 'button', title: page.enlarge ?? '' });
  button.addEventListener('click', () => open(image));
  image.replaceWith(button);
  button.append(image);
}
