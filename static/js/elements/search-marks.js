/**
 * Marks the words of a search on the page that it led to, within the section that was found.
 *
 * The words travel in the session's storage, so addresses stay clean. Nothing of the page is changed: the marks are a
 * highlight of the browser's own, which a browser that knows none leaves out. Escape takes them away.
 */

import { tokenize } from '../core/search-tokens.js';

const KEY = 'studyguide:marks';

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
      if (terms.has(term)) ranges.push(new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }));
    }
  }
  // What was looked for may stand in a closed answer alone.
  const details = (range) => range.startContainer.parentElement.closest('details:not([open])');
  if (ranges.length && ranges.every(details)) details(ranges[0]).open = true;
  CSS.highlights.set('search', new Highlight(...ranges));
  document.addEventListener('keydown', (event) => event.key === 'Escape' && CSS.highlights.delete('search'));
}

/** The texts of the section that a heading opens, of a question or of a callout; of the whole note where there is none. @param {Element | null} target */
function* textsOf(target) {
  const isHeading = (node) => /^H[1-6]$/.test(node.tagName);
  const card = target && !isHeading(target) && target.closest('.callout, .question');
  const body = card || document.querySelector('main');
  if (!body) return;
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const heading = !card && target;
  if (heading) walker.currentNode = heading;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) yield node;
    else if (heading && isHeading(node) && node.tagName <= heading.tagName) return;
  }
}
