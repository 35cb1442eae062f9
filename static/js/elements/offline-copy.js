/**
 * The site without a network: sets the worker up that keeps it, offers to keep all of it, and says when there is a new version.
 */

import { element } from './page-parts.js';
import { root } from './site.js';

/** Up to this many bytes, a whole guide is offered to be kept. */
const OFFERED = 30 * 1024 * 1024;
const LATER = 'studyguide:later';

/** Asks a worker; `told` hears every answer. @param {ServiceWorker} worker @param {string} question @param {(answer: any) => void} told */
function ask(worker, question, told) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => told(data);
  worker.postMessage(question, [port2]);
}

class OfflineCopy extends HTMLElement {
  async connectedCallback() {
    const { serviceWorker } = navigator;
    if (!serviceWorker) return;
    const registration = await serviceWorker.register(root + this.dataset.worker, { scope: root }).catch(() => undefined);
    if (!registration) return;
    this.follow(registration);
    const { active } = await serviceWorker.ready;
    if (active) this.offer(active);
    this.retry();
  }

  /** Says when a new version waits for this page. @param {ServiceWorkerRegistration} registration */
  follow(registration) {
    const tell = () => {
      const { active, waiting } = registration;
      if (!waiting || !active) return;
      ask(waiting, 'is-older', ({ older }) => {
        if (older && sessionStorage.getItem(LATER) !== location.pathname) this.prompt(waiting);
      });
    };
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', tell);
    });
    registration.installing?.addEventListener('statechange', tell);
    tell();
    // A page that stays open for days would never hear of a new version.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') registration.update().catch(() => {});
    });
  }

  /** @param {ServiceWorker} waiting */
  prompt(waiting) {
    if (document.querySelector('.new-version')) return;
    const { version = '', reload = '', later = '' } = this.dataset;
    const status = element('div', 'new-version');
    status.setAttribute('role', 'status');
    document.body.append(status);
    const button = (text, act) => {
      const made = element('button', 'text-button', text);
      made.type = 'button';
      made.addEventListener('click', act);
      return made;
    };
    const take = () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      ask(waiting, 'take-over', () => {});
    };
    const leave = () => {
      sessionStorage.setItem(LATER, location.pathname);
      status.remove();
    };
    // Filled after it stands in the page, so that it is announced.
    requestAnimationFrame(() => status.append(element('p', '', version), button(reload, take), button(later, leave)));
  }

  /** Offers to keep the whole guide. @param {ServiceWorker} worker */
  offer(worker) {
    const { keep = '', keeping = '', kept = '', failed = '' } = this.dataset;
    const button = this.querySelector('button');
    if (!button) return;
    const show = (text, done) => {
      button.textContent = text;
      button.setAttribute('aria-disabled', String(done));
    };
    ask(worker, 'extent', ({ bytes, whole }) => {
      if (bytes > OFFERED) return;
      show(whole ? kept : keep, whole);
      this.hidden = false;
    });
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') === 'true') return;
      navigator.storage?.persist?.();
      show(keeping, true);
      ask(worker, 'keep-whole', (answer) => {
        if (answer.whole) show(kept, true);
        else if (answer.failed) show(failed, false);
        else show(`${keeping} ${Math.floor((100 * answer.done) / answer.all)} %`, true);
      });
    });
  }

  /** On the page that is shown instead of another, leads to that one. */
  retry() {
    const link = document.querySelector('a[data-retry]');
    const wanted = new URLSearchParams(location.search).get('page');
    if (link instanceof HTMLAnchorElement && wanted?.startsWith(root)) {
      link.href = wanted;
      link.hidden = false;
    }
  }
}

customElements.define('offline-copy', OfflineCopy);
