/**
 * What elements make pages of.
 */

/** An element with its class and what it holds. */
export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** Says something to those who do not see it; it needs no place in the page. @param {string} text */
export function announce(text) {
  let line = document.getElementById('theme:announcement');
  if (!line) {
    line = element('p', 'visually-hidden');
    line.id = 'theme:announcement';
    line.setAttribute('role', 'status');
    document.body.append(line);
  }
  // Screen readers speak of what changes after the line has come.
  const said = line;
  setTimeout(() => (said.textContent = text), 50);
}
