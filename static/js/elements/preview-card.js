/**
 * `<preview-card>`: what a link leads to, beside it, when a pointer rests there or the keyboard's focus comes: a topic in its
 * own page's words, or a footnote.
 *
 * It stands behind its link in the document, so that Tab goes on into it; it can be pointed at, stays as long as pointer or
 * focus do, and goes with Escape. A touch follows the link, as it does everywhere, unless its kind of preview is made for it.
 */

import { placeOf } from '../core/card-place.js';
import { FOOTNOTES } from './footnote-preview.js';
import { TOPICS } from './topic-preview.js';

/**
 * What a card shows. `text` is what describes the link to those who hear it.
 * @typedef {{ name: string, parts: HTMLElement[], text: HTMLElement | null }} Preview
 *
 * A kind of preview: the links that have one, what makes it, and what touching such a link does.
 * @typedef {{ links: string, touch: 'follows' | 'opens', preview(link: HTMLAnchorElement): Promise<Preview | null> }} Kind
 */

/** @type {readonly Kind[]} */
const KINDS = [TOPICS, FOOTNOTES];
const OPEN_AFTER = 250;
const CLOSE_AFTER = 200;

class PreviewCard extends HTMLElement {
  /** @param {HTMLAnchorElement} link @param {Preview} preview */
  static of(link, { name, parts, text }) {
    const card = /** @type {PreviewCard} */ (document.createElement('preview-card'));
    card.link = link;
    card.popover = 'manual';
    card.setAttribute('role', 'group');
    card.setAttribute('aria-label', name);
    if (text) {
      text.id = 'theme:preview';
      link.setAttribute('aria-describedby', text.id);
    }
    card.append(...parts);
    return card;
  }

  /** Shows the card in its place; the page around it does not move. */
  show() {
    this.link.after(this);
    this.showPopover();
    const [line] = this.link.getClientRects();
    const { width, height } = this.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const direction = getComputedStyle(this.link).direction === 'rtl' ? 'rtl' : 'ltr';
    const place = placeOf(line, { width, height }, { width: clientWidth, height: clientHeight }, direction);
    this.style.left = `${place.left + scrollX}px`;
    this.style.top = `${place.top + scrollY}px`;
  }

  close() {
    this.link.removeAttribute('aria-describedby');
    this.remove();
  }
}

customElements.define('preview-card', PreviewCard);

/** @type {PreviewCard | null} */
let card = null;
/** The link that is pointed at or focused. @type {HTMLAnchorElement | null} */
let wanted = null;
let timer = 0;

/** The link that something belongs to, with its kind. @param {EventTarget | null} target */
function found(target) {
  const place = target instanceof Element ? target : null;
  for (const kind of KINDS) {
    const link = /** @type {HTMLAnchorElement | null} */ (place?.closest(kind.links) ?? null);
    if (link) return { link, kind };
  }
  return null;
}

/** @param {HTMLAnchorElement} link @param {Kind} kind */
async function open(link, kind) {
  const preview = await kind.preview(link).catch(() => null);
  if (wanted !== link || card?.link === link) return;
  close();
  if (!preview) return;
  card = PreviewCard.of(link, preview);
  card.show();
}

function close() {
  card?.close();
  card = null;
}

/** @param {() => void} act @param {number} delay */
function plan(act, delay) {
  clearTimeout(timer);
  timer = setTimeout(act, delay);
}

/** A pointer or the focus has come to a link or its card, or to something else. @param {EventTarget | null} target */
function reach(target) {
  if (target instanceof Node && card?.contains(target)) return clearTimeout(timer);
  const at = found(target);
  if (at && at.link === wanted && (card?.link === wanted || !card)) return card && clearTimeout(timer);
  wanted = at?.link ?? null;
  if (at) plan(() => open(at.link, at.kind), OPEN_AFTER);
  else if (card) plan(close, CLOSE_AFTER);
  else clearTimeout(timer);
}

/** Whether a focus shows, as the keyboard's does. @param {EventTarget | null} target */
const shows = (target) => target instanceof Element && target.matches(':focus-visible');
const isTouch = (/** @type {Event} */ event) => event instanceof PointerEvent && event.pointerType === 'touch';

/** A finger that taps a link whose kind opens brings the card at once, and one that taps elsewhere takes it away. @param {Event} event */
function tap(event) {
  if (!isTouch(event) || (event.target instanceof Node && card?.contains(event.target))) return;
  const at = found(event.target);
  if (at?.kind.touch !== 'opens') return close();
  event.preventDefault();
  wanted = at.link;
  clearTimeout(timer);
  open(at.link, at.kind);
}

/** A pointer or the focus has come somewhere: the event that fetched this module is the first. @param {Event} event */
export function come(event) {
  if (event.type === 'focusin' ? shows(event.target) : !isTouch(event)) reach(event.target);
}

document.addEventListener('pointerover', come, { passive: true });
document.addEventListener('focusin', come);
document.addEventListener('click', tap);
document.addEventListener('focusout', ({ relatedTarget }) => card && !card.contains(/** @type {Node | null} */ (relatedTarget)) && reach(relatedTarget));
document.addEventListener('keydown', (press) => {
  if (press.key !== 'Escape' || !card) return;
  press.preventDefault();
  const { link } = card;
  if (card.contains(document.activeElement)) link.focus();
  close();
  // It stays away until pointer or focus have left.
  clearTimeout(timer);
  wanted = link;
});
