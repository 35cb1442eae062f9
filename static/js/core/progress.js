/**
 * Which notes someone has read, and where they left off.
 *
 * A note is known by its route, which is its address below the site's root. The same text is kept in the browser and written
 * to files: `progress.schema.json`, which stands at the site's root, says what it holds. The clock is passed in.
 *
 * @typedef {{ note: string, title: string, section: string, share: number, at: string }} Place
 * @typedef {{ read: ReadonlyMap<string, string>, left: Place | null }} Progress
 */

/** What the files are; what reads another number must not guess. */
const VERSION = 1;
const SCHEMA = 'progress.schema.json';

/** @type {Progress} */
export const NOTHING = { read: new Map(), left: null };

const isText = (/** @type {unknown} */ value) => typeof value === 'string';
const isDay = (/** @type {unknown} */ value) => isText(value) && !Number.isNaN(Date.parse(value));

/** @param {any} value @returns {Place | null} */
function placeOf(value) {
  if (!value || !isText(value.note) || !isText(value.title) || !isDay(value.at)) return null;
  const { note, title, section, share, at } = value;
  return { note, title, section: isText(section) ? section : '', share: share >= 0 && share <= 1 ? share : 0, at };
}

/**
 * What a text says, or why it says nothing: it is no progress, or a later version of this program wrote it.
 * @param {string | null} text
 * @returns {{ progress: Progress } | { fault: 'foreign' | 'newer' }}
 */
export function parse(text) {
  let data;
  try {
    data = JSON.parse(text ?? '');
  } catch {
    return { fault: 'foreign' };
  }
  if (!Number.isInteger(data?.version) || typeof data.read !== 'object' || data.read === null) return { fault: 'foreign' };
  if (data.version > VERSION) return { fault: 'newer' };
  return { progress: { read: new Map(Object.entries(data.read).filter(([, day]) => isDay(day))), left: placeOf(data.left) } };
}

/** What is kept; nothing where it cannot be understood. @param {string | null} text @returns {Progress} */
export function progressOf(text) {
  const found = parse(text);
  return 'progress' in found ? found.progress : NOTHING;
}

/** The text of a file, which `parse` reads. @param {Progress} progress */
export function fileOf({ read, left }) {
  const notes = Object.fromEntries([...read].sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify({ $schema: SCHEMA, version: VERSION, read: notes, left });
}

/** What a browser keeps; `null` where there is nothing to keep. @param {Progress} progress */
export function textOf(progress) {
  return progress.read.size || progress.left ? fileOf(progress) : null;
}

/** @param {Progress} progress @param {string} note @param {Date} now @returns {Progress} */
export function withRead(progress, note, now) {
  return { ...progress, read: new Map(progress.read).set(note, now.toISOString()) };
}

/** @param {Progress} progress @param {string} note @returns {Progress} */
export function withoutRead(progress, note) {
  const read = new Map(progress.read);
  read.delete(note);
  return { ...progress, read };
}

/** @param {Progress} progress @param {Omit<Place, 'at'> | null} place @param {Date} now @returns {Progress} */
export function withPlace(progress, place, now) {
  return { ...progress, left: place && { ...place, at: now.toISOString() } };
}

/**
 * Two browsers' progress as one: what either has read, as it was first read, and the later place.
 * @param {Progress} one
 * @param {Progress} other
 * @returns {Progress}
 */
export function merged(one, other) {
  const read = new Map(one.read);
  for (const [note, day] of other.read) {
    const known = read.get(note);
    read.set(note, known && known < day ? known : day);
  }
  const later = (other.left?.at ?? '') > (one.left?.at ?? '') ? other.left : one.left;
  return { read, left: later };
}

/**
 * The same where notes have other names.
 * @param {Progress} progress
 * @param {ReadonlyMap<string, string>} names those of now by those of once
 * @returns {Progress}
 */
export function renamed({ read, left }, names) {
  const now = (/** @type {string} */ note) => names.get(note) ?? note;
  const known = new Map();
  for (const [note, day] of read) {
    const other = known.get(now(note));
    known.set(now(note), other && other < day ? other : day);
  }
  return { read: known, left: left && { ...left, note: now(left.note) } };
}

/**
 * How many of these notes are read.
 * @param {Progress} progress
 * @param {Iterable<string>} notes
 */
export function countOf({ read }, notes) {
  return [...new Set(notes)].filter((note) => read.has(note)).length;
}

/**
 * How many notes below a folder are read. Notes that have gone since must not make it more than there are.
 * @param {Progress} progress
 * @param {string} folder empty, or ending in `/`
 * @param {number} notes how many there are
 */
export function countBelow({ read }, folder, notes) {
  return Math.min(notes, [...read.keys()].filter((note) => note.startsWith(folder)).length);
}
