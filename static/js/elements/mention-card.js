/**
 * `<mention-card>`: what a topic is, beside a quiet link that leads to it, when a pointer rests there or the keyboard's focus
 * comes. Its words are those of the topic's own page, so there is nothing to fetch before someone asks.
 *
 * It stands behind its link in the document, so that Tab goes on into it; it can be pointed at, stays as long as pointer or
 * focus do, and goes with Escape. A touch follows the link, as it does everywhere.
 */

import { placeOf } from '../core/card-place.js';
import { element } from './page-parts.js';

const LINKS = 'a.mention';
const OPEN_AFTER = 250;
const CLOSE_AFTER = 200;

/** @type {Map<string, Promise<Told | null>>} */
const told = new Map();

/**
 * What a page tells of its topic.
 * @typedef {{ name: string, lead: string, best: { title: string, href: string } | null }} Told
 */

/** @param {string} address @returns {Promise<Told | null>} */
async function tell(address) {
  const answer = await fetch(address);
  if (!answer.ok) return null;
  const main = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
  const text = (/** @type {string} */ selector) => main?.querySelector(selector)?.textContent?.trim() ?? '';
  const best = main?.querySelector('[data-card="best"]');
  const href = best?.getAttribute('href');
  return {
    name: text('h1'),
    lead: text('[data-card="lead"]'),
    best: best && href ? { title: best.textContent?.trim() ?? '', href: new URL(href, address).href } : null,
  };
}

class MentionCard extends HTMLElement {
  /** @param {HTMLAnchorElement} link @param {Told} topic */
  static of(link, topic) {
    const card = /** @type {MentionCard} */ (document.createElement('mention-card'));
    card.link = link;
    card.popover = 'manual';
    card.setAttribute('role', 'group');
    card.setAttribute('aria-label', topic.name);
    const way = (/** @type {string} */ href, /** @type {string} */ title) => Object.assign(element('a', '', title), { href });
    card.append(element('span', 'mention-name', way(link.href, topic.name)));
    if (topic.lead) {
      card.append(Object.assign(element('span', 'mention-lead', topic.lead), { id: 'theme:mention-lead' }));
      link.setAttribute('aria-describedby', 'theme:mention-lead');
    }
    if (topic.best) card.append(element('span', 'mention-best', '→ ', way(topic.best.href, topic.best.title)));
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

customElements.define('mention-card', MentionCard);

/** @type {MentionCard | null} */
let card = null;
/** The link that is pointed at or focused. @type {HTMLAnchorElement | null} */
let wanted = null;
let timer = 0;

/** @param {HTMLAnchorElement} link */
async function open(link) {
  const { href } = link;
  if (!told.has(href)) told.set(href, tell(href).catch(() => null));
  const topic = await told.get(href);
  if (wanted !== link || card?.link === link) return;
  close();
  if (!topic?.lead && !topic?.best) return;
  card = MentionCard.of(link, topic);
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
  const place = target instanceof Element ? target : null;
  if (place && card?.contains(place)) return clearTimeout(timer);
  const link = /** @type {HTMLAnchorElement | null} */ (place?.closest(LINKS) ?? null);
  if (link && link === wanted && (card?.link === link || !card)) return card && clearTimeout(timer);
  wanted = link;
  if (link) plan(() => open(link), OPEN_AFTER);
  else if (card) plan(close, CLOSE_AFTER);
  else clearTimeout(timer);
}

/** Whether a focus shows, as the keyboard's does. @param {EventTarget | null} target */
const shows = (target) => target instanceof Element && target.matches(':focus-visible');

/** Takes up what the event that fetched this module has begun, and goes on from there. @param {Event} event */
export function begin(event) {
  const pointed = (/** @type {Event} */ one) => !(one instanceof PointerEvent && one.pointerType === 'touch');
  const on = (/** @type {Event} */ one) => {
    if (one.type === 'focusin' ? shows(one.target) : pointed(one)) reach(one.target);
  };
  document.addEventListener('pointerover', on, { passive: true });
  document.addEventListener('focusin', on);
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
  on(event);
}
