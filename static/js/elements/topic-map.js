/**
 * `<topic-map>`: buttons that zoom the drawing, and lines that light up around the topic that is pointed at or focused.
 */

import { fitting, zoomed } from '../core/zoom.js';

class TopicMap extends HTMLElement {
  connectedCallback() {
    const svg = this.querySelector('svg');
    const frame = svg?.parentElement;
    if (!svg || !frame || this.querySelector('.topic-map-tools')) return;
    const width = svg.viewBox.baseVal.width;
    const height = svg.viewBox.baseVal.height;
    const least = () => fitting(width, frame.clientWidth);
    let scale = 1;
    const show = (/** @type {number} */ next) => {
      // What was in the middle stays there.
      const x = (frame.scrollLeft + frame.clientWidth / 2) / scale;
      const y = (frame.scrollTop + frame.clientHeight / 2) / scale;
      scale = next;
      svg.setAttribute('width', String(Math.round(width * scale)));
      svg.setAttribute('height', String(Math.round(height * scale)));
      frame.scrollTo(x * scale - frame.clientWidth / 2, y * scale - frame.clientHeight / 2);
    };
    const tools = document.createElement('div');
    tools.className = 'topic-map-tools';
    const button = (/** @type {string} */ sign, /** @type {string | undefined} */ name, /** @type {() => void} */ press) => {
      const made = document.createElement('button');
      made.type = 'button';
      made.className = 'icon-button';
      made.textContent = sign;
      made.setAttribute('aria-label', name ?? sign);
      made.title = name ?? sign;
      made.addEventListener('click', press);
      tools.append(made);
    };
    button('+', this.dataset.in, () => show(zoomed(scale, 1, least())));
    button('−', this.dataset.out, () => show(zoomed(scale, -1, least())));
    button('⤢', this.dataset.whole, () => show(least()));
    this.append(tools);
    show(Math.max(least(), 0.7));
    this.light(svg);
  }

  /** @param {SVGSVGElement} svg */
  light(svg) {
    const places = [...svg.querySelectorAll('.place')];
    const ties = [...svg.querySelectorAll('.tie')].map((line) => ({
      line,
      ends: [Number(line.getAttribute('data-from')), Number(line.getAttribute('data-to'))],
    }));
    const mark = (/** @type {Event} */ event) => {
      const place = event.target instanceof Element ? event.target.closest('.place') : null;
      const lit = event.type === 'pointerover' || event.type === 'focusin' ? places.indexOf(/** @type {Element} */ (place)) : -1;
      const near = new Set(ties.filter(({ ends }) => ends.includes(lit)).flatMap(({ ends }) => ends));
      for (const { line, ends } of ties) line.classList.toggle('lit', ends.includes(lit));
      places.forEach((other, position) => other.classList.toggle('near', near.has(position)));
    };
    for (const type of ['pointerover', 'pointerout', 'focusin', 'focusout']) svg.addEventListener(type, mark);
  }
}

customElements.define('topic-map', TopicMap);
