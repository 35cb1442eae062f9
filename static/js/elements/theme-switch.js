/**
 * `<theme-switch>`: a button that goes through automatic, light and dark. Hidden until there is a script to serve it.
 */

import { nextTheme, themeOf } from '../core/theme.js';
import { store } from './site.js';

class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector('button');
    this.button?.addEventListener('click', () => this.choose(nextTheme(themeOf(store.read('theme')))));
    window.addEventListener('storage', () => this.show(themeOf(store.read('theme'))));
    this.show(themeOf(store.read('theme')));
    this.hidden = false;
  }

  /** @param {import('../core/theme.js').Theme} theme */
  choose(theme) {
    store.write('theme', theme === 'auto' ? null : theme);
    this.show(theme);
  }

  /** @param {import('../core/theme.js').Theme} theme */
  show(theme) {
    this.dataset.theme = theme;
    const { dataset } = document.documentElement;
    if (theme === 'auto') delete dataset.theme;
    else dataset.theme = theme;
    const label = `${this.button?.dataset.label}: ${this.dataset[theme]}`;
    this.button?.setAttribute('aria-label', label);
    this.button?.setAttribute('title', label);
  }
}

customElements.define('theme-switch', ThemeSwitch);
