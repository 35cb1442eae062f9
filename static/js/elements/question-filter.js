/**
 * `<question-filter>`: filters the question bank. What is chosen stands in the address, so that it can be kept, shared and gone
 * back to. The questions come from a file that is fetched when someone means to filter; while nothing is chosen the page's own
 * lists stand.
 */

import { FACETS, filter, readQuestions, readWish, writeWish } from '../core/question-bank.js';
import { element } from './page-parts.js';
import { root } from './site.js';

/** How many questions are shown at a time. */
const STEP = 100;

/** How long typing rests before the list follows, in milliseconds. */
const REST = 120;

class QuestionFilter extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('form');
    this.rows = document.getElementById('theme:rows');
    this.status = this.querySelector('output');
    this.clear = this.querySelector('[type=reset]');
    if (!this.form || !this.rows) return;
    this.found = element('div', 'found');
    this.found.hidden = true;
    this.rows.before(this.found);

    for (const intent of ['pointerover', 'focusin']) {
      this.form.addEventListener(intent, () => this.load().catch(() => {}), { once: true, passive: true });
    }
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.form.addEventListener('input', (event) => {
      const isTyping = event.target instanceof HTMLInputElement;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.choose(isTyping), isTyping ? REST : 0);
    });
    this.form.addEventListener('reset', () => {
      clearTimeout(this.timer);
      setTimeout(() => {
        this.choose(false);
        this.form.elements.q.focus();
      });
    });
    this.leave = new AbortController();
    window.addEventListener('popstate', () => this.follow(), { signal: this.leave.signal });
    // A reader may type before this script is there.
    if (writeWish(readWish(location.search)) === '' && writeWish(this.chosen()) !== '') this.choose(true);
    else this.follow();
  }

  disconnectedCallback() {
    this.leave?.abort();
  }

  /** What the form says. */
  chosen() {
    return Object.fromEntries([...new FormData(this.form)].map(([facet, value]) => [facet, String(value)]));
  }

  /** Takes what is chosen into the address. A word that is still being typed does not become a step of history. */
  choose(isTyping) {
    const wish = this.chosen();
    const search = writeWish(wish);
    if (search === location.search) return;
    const amends = isTyping && Boolean(readWish(location.search).q) && Boolean(wish.q?.trim());
    history[amends ? 'replaceState' : 'pushState'](null, '', search || location.pathname);
    this.show(wish);
  }

  /** Shows what the address asks for. */
  follow() {
    const wish = readWish(location.search);
    for (const facet of FACETS) {
      const field = this.form.elements[facet];
      if (!field) continue;
      const value = wish[facet] ?? '';
      // An address may name what is not on offer.
      if (field instanceof HTMLSelectElement && ![...field.options].some((option) => option.value === value)) field.add(new Option(value, value));
      field.value = value;
    }
    this.show(wish);
  }

  /** The questions, fetched once. */
  load() {
    this.loading ??= fetch(this.dataset.source ?? '').then(async (response) => {
      if (!response.ok) throw new Error(String(response.status));
      return readQuestions(await response.json());
    });
    this.loading.catch(() => (this.loading = undefined));
    return this.loading;
  }

  async show(wish) {
    this.wish = wish;
    const isFiltered = writeWish(wish) !== '';
    this.clear.hidden = !isFiltered;
    if (!isFiltered) {
      this.rows.hidden = false;
      this.found.hidden = true;
      this.found.replaceChildren();
      this.status.textContent = '';
      return;
    }
    try {
      const questions = await this.load();
      if (this.wish !== wish) return;
      const found = filter(questions, wish);
      this.rows.hidden = true;
      this.found.hidden = false;
      this.found.replaceChildren();
      const count = this.dataset.count.replace('{n}', String(found.length)).replace('{m}', String(questions.length));
      this.status.textContent = found.length ? count : this.dataset.nothing;
      this.more(questions, found, 0);
    } catch {
      if (this.wish === wish) this.status.textContent = this.dataset.failed;
    }
  }

  /** Shows the next questions, and a button for those after them. */
  more(questions, found, from) {
    const shown = found.slice(from, from + STEP);
    const items = new Map();
    let list;
    let note;
    for (const at of shown) {
      const question = questions[at];
      const parent = items.get(question.parent);
      if (!parent && question.notes[0] !== note) {
        note = question.notes[0];
        const link = element('a', '', note.title);
        link.href = root + note.page;
        list = element('ul', 'rows');
        this.found.append(element('section', 'asked', element('h2', '', link), list));
      }
      const item = this.item(question, parent);
      items.set(at, item);
      if (parent) {
        if (parent.lastElementChild?.localName !== 'ul') parent.append(element('ul', 'rows'));
        parent.lastElementChild.append(item);
      } else {
        list.append(item);
      }
    }
    if (from > 0) items.get(shown[0])?.querySelector('a')?.focus();
    const rest = found.length - from - STEP;
    if (rest <= 0) return;
    const button = element('button', 'text-button', `${this.dataset.more} (${rest})`);
    button.type = 'button';
    button.addEventListener('click', () => {
      button.remove();
      this.more(questions, found, from + STEP);
    });
    this.found.append(button);
  }

  /** One question, as the page's own lists show it. */
  item(question, parent) {
    const pieces = question.words.split('`').map((piece, at) => (at % 2 ? element('code', '', piece) : piece));
    const link = element('a', '', ...pieces);
    link.href = root + question.page;
    const item = element('li', '', link);
    const marks = element('span', 'marks');
    const { kind, level, answered } = question;
    if (kind.name !== 'open' && !(parent && kind.name === 'follow-up')) marks.append(element('span', '', kind.title));
    if (level.name !== 'none') marks.append(element('span', `level level-${level.name}`, level.title));
    if (!answered) marks.append(element('span', 'unanswered', this.dataset.unanswered ?? ''));
    if (marks.childElementCount) item.append(' ', marks);
    return item;
  }
}

customElements.define('question-filter', QuestionFilter);
