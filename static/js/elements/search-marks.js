/**
 * Marks the words of a search on the page that it led to, within the section that was found.
 *
 * The words travel in the session's storage, so addresses stay clean. Nothing of the page is changed: the marks are a
 * highlight of the browser's own, which a browser that knows none leaves out. Escape takes them away.
 */

import { tokenize } from '../core/search-tokens.js';

const KEY = 'studyguide:marks';

/** Leaves the words for the page that is opened next. @param {string} href @param {string[]} terms */
export function leaveMarks(href, terms) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ href, terms }));
  } catch {
    // Without storage the page opens all the same.
  }
}

/** Marks what the last page left, if it led here. */
export function takeMarks() {
  let left;
  try {
    left = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (left?.href !== location.href) return;
    sessionStorage.removeItem(KEY);
  } catch {
    return;
  }
  if (!globalThis.Highlight || !CSS.highlights) return;
  const terms = new Set(left.terms);
  const ranges = [];
  for (const node of textsOf(document.getElementById(decodeURIComponent(location.hash.slice(1))))) {
    for (const { term, start, end } of tokenize(node.data)) {
      if (!terms.has(term)) continue;
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      ranges.push(range);
    }
  }
  CSS.highlights.set('search', new Highlight(...ranges));
  document.addEventListener('keydown', (event) => event.key === 'Escape' && CSS.highlights.delete('search'));
}

/** The texts of the section that a heading opens; of the whole note where there is none. @param {Element | null} heading */
function* textsOf(heading) {
  const body = document.querySelector('main');
  if (!body) return;
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  if (heading) walker.currentNode = heading;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) yield node;
    else if (heading && /^H[1-6]$/.test(node.tagName) && node.tagName <= heading.tagName) return;
  }
}
