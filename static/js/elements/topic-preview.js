/**
 * What a topic is, beside a quiet link that leads to it. Its words are those of the topic's own page, so there is nothing to
 * fetch before someone asks.
 */

import { element } from './page-parts.js';

/**
 * What a page tells of its topic.
 * @typedef {{ name: string, lead: string, best: { title: string, href: string } | null }} Told
 */

/** @type {Map<string, Promise<Told | null>>} */
const told = new Map();

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

/** @param {HTMLAnchorElement} link @returns {Promise<import('./preview-card.js').Preview | null>} */
async function preview({ href }) {
  if (!told.has(href)) told.set(href, tell(href).catch(() => null));
  const topic = await told.get(href);
  if (!topic?.lead && !topic?.best) return null;
  const way = (/** @type {string} */ to, /** @type {string} */ title) => Object.assign(element('a', '', title), { href: to });
  const lead = topic.lead ? element('span', 'preview-lead', topic.lead) : null;
  const parts = [element('span', 'preview-name', way(href, topic.name)), lead];
  if (topic.best) parts.push(element('span', 'preview-best', '→ ', way(topic.best.href, topic.best.title)));
  return { name: topic.name, parts: parts.filter((part) => part !== null), text: lead };
}

/** @type {import('./preview-card.js').Kind} */
export const TOPICS = { links: 'a.mention', touch: 'follows', preview };
