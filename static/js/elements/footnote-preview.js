/**
 * A footnote beside the sign that points to it, so that nobody has to leave the line for it. A finger opens it, too.
 */

import { element } from './page-parts.js';

/** @param {HTMLAnchorElement} link @returns {Promise<import('./preview-card.js').Preview | null>} */
async function preview(link) {
  const note = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!note) return null;
  const text = element('div', 'preview-note prose', ...[...note.childNodes].map((node) => node.cloneNode(true)));
  for (const back of text.querySelectorAll('[role="doc-backlink"]')) back.remove();
  for (const named of text.querySelectorAll('[id]')) named.removeAttribute('id');
  return { name: link.textContent ?? '', parts: [text], text };
}

/** @type {import('./preview-card.js').Kind} */
export const FOOTNOTES = { links: '.footnote > a', touch: 'opens', preview };
