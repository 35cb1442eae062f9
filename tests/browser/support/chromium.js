// Where this machine has Chromium, and how it starts.
import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

/** The program: the one that CHROMIUM names, else the system's. */
export function program() {
  const found = process.env.CHROMIUM ?? PLACES.find(existsSync);
  if (!found) throw new Error('no Chromium found: install the package `chromium`, or name the program in CHROMIUM');
  return found;
}

// Root, as in a container, cannot have Chromium's sandbox.
export const options = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
