/**
 * Opens what hides the target of a link: browsers do it themselves, but not all of them.
 */

const reveal = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  let closed = target?.closest('details:not([open])');
  if (!target || !closed) return;
  for (; closed; closed = closed.parentElement?.closest('details:not([open])')) closed.setAttribute('open', '');
  target.scrollIntoView();
};

window.addEventListener('hashchange', reveal);
if (location.hash) reveal();
