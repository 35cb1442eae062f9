/**
 * An old address that leads on: the fragment goes with the reader, which a refresh alone would drop.
 *
 * A script of its own and no module, so that it runs where a site is read from disk.
 */

{
  const link = document.querySelector('main a');
  const target = new URL(link.href);
  if (location.hash) target.hash = location.hash;
  location.replace(target);
}
