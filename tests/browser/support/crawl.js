// Follows every link, anchor and asset of a served site, as a browser would parse them.

/** Attributes that hold an address, by element; `*` is any element. */
const PARSE = (html) => {
  const doc = new DOMParser().parseFromString(html, 'text/html');
  const ids = [...doc.querySelectorAll('[id]')].map((element) => element.id);
  const names = [...doc.querySelectorAll('a[name]')].map((element) => element.getAttribute('name'));
  const links = [];
  for (const attribute of ['href', 'src', 'poster', 'action', 'data', 'srcset']) {
    for (const element of doc.querySelectorAll(`[${attribute}]`)) {
      const value = element.getAttribute(attribute);
      const values = attribute === 'srcset' ? value.split(',').map((part) => part.trim().split(/\s+/)[0]) : [value];
      const authors = element.closest('.prose') !== null;
      for (const one of values) links.push({ tag: element.localName, rel: element.getAttribute('rel') ?? '', value: one, authors });
    }
  }
  const refresh = doc.querySelector('meta[http-equiv="refresh" i]')?.getAttribute('content')?.split(/url=/i)[1];
  if (refresh) links.push({ tag: 'meta', rel: '', value: refresh, authors: false });
  return { ids: [...ids, ...names], duplicates: ids.filter((id, at) => ids.indexOf(id) !== at), links, kind: doc.body.dataset.kind ?? '' };
};

/**
 * Crawls from the home page and `also`, and gives the pages found and every fault.
 * @param {import('playwright-core').Page} parser any page of a browser, for its parser
 * @param {string} home the site's root, with a final `/`
 * @param {string[]} also further addresses to start from
 */
export async function crawl(parser, home, also = []) {
  const pages = new Map();
  const answers = new Map();
  const faults = [];
  const anchors = [];
  const waiting = [home, ...also];

  const get = async (url) => {
    if (!answers.has(url)) {
      const response = await fetch(url);
      answers.set(url, { status: response.status, type: response.headers.get('content-type') ?? '', body: await response.text() });
    }
    return answers.get(url);
  };
  const follow = async (from, value, { external = false } = {}) => {
    let url;
    try {
      url = new URL(value, from);
    } catch {
      return faults.push(`${from}: \`${value}\` is no address`);
    }
    if (!/^https?:$/.test(url.protocol)) {
      if (!['mailto:', 'tel:', 'data:'].includes(url.protocol)) faults.push(`${from}: \`${value}\` has an unsafe scheme`);
      return;
    }
    if (url.origin !== new URL(home).origin) {
      if (!external) faults.push(`${from}: \`${value}\` is on another host`);
      return;
    }
    if (!url.href.startsWith(home)) return faults.push(`${from}: \`${value}\` leaves the site's base`);
    const fragment = decodeURIComponent(url.hash.slice(1));
    url.hash = '';
    const { status } = await get(url.href);
    if (status !== 200) return faults.push(`${from}: \`${value}\` answers ${status}`);
    if (fragment && fragment !== 'top' && !fragment.startsWith(':~:')) anchors.push({ from, to: url.href, fragment });
    waiting.push(url.href);
  };

  const seen = new Set();
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    if (seen.has(url)) continue;
    seen.add(url);
    const { type, body } = await get(url);
    if (type.startsWith('text/html')) {
      const page = await parser.evaluate(PARSE, body);
      pages.set(url, page);
      for (const id of page.duplicates) faults.push(`${url}: the id \`${id}\` stands twice`);
      for (const { tag, rel, value, authors } of page.links) {
        // Links lead where they like, and an author's image may lie anywhere; what the theme loads may not.
        await follow(url, value, { external: tag === 'a' || rel === 'canonical' || (authors && tag === 'img') });
      }
    } else if (type.startsWith('text/css')) {
      for (const [, value] of body.matchAll(/(?:url\(\s*|@import\s+)["']?([^"')]+)/g)) await follow(url, value);
    } else if (type.startsWith('text/javascript')) {
      for (const [, value] of body.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"']+)["']/g)) await follow(url, value);
    } else if (type.startsWith('application/xml')) {
      for (const [, value] of body.matchAll(/<loc>([^<]*)<\/loc>/g)) await follow(url, value.replaceAll('&amp;', '&'));
    }
  }
  for (const { from, to, fragment } of anchors) {
    if (pages.has(to) && !pages.get(to).ids.includes(fragment)) faults.push(`${from}: no \`#${fragment}\` on ${to}`);
  }
  return { pages, faults };
}

/** The first page of a kind, such as `note` or `topic`. */
export function pageOfKind(pages, kind) {
  return [...pages].find(([, page]) => page.kind === kind)?.[0];
}
