/**
 * The index as the build wrote it (`src/search/`): files fetched on demand, unpacked, decoded, kept.
 *
 * Takes a `fetch` and the address of the index's folder; gives terms with their postings, titles and texts. Must not rank.
 *
 * Terms are kept as strings of bytes, one character a byte: the build sorts and cuts by bytes.
 *
 * @typedef {object} Postings
 * @property {number[]} units  the units' numbers, rising
 * @property {number[]} scores
 * @property {boolean} capped whether only the best units are named
 *
 * @typedef {object} Shard
 * @property {string[]} terms       sorted
 * @property {number[]} lists       for each term the place of its postings; forms of one word share it
 * @property {Postings[]} postings
 *
 * @typedef {object} Page
 * @property {'note' | 'topic'} kind
 * @property {string} path          its address from the site's root
 * @property {{ title: string, anchor: string }[]} units  the page itself, then its sections
 * @property {string[]} names       a topic's other names
 */

const VERSION = 1;

/** A text as a string of bytes. */
export const toBytes = (text) => unescape(encodeURIComponent(text));

/** A string of bytes as text. */
export const toText = (bytes) => decodeURIComponent(escape(bytes));

async function unpack(response) {
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Some servers unpack what they send.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Response(bytes).body.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @returns {Shard} */
function readShard(bytes) {
  let at = 0;
  const number = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  const terms = [];
  const lists = [];
  let opened = 0;
  let before = '';
  for (let count = number(); count > 0; count--) {
    const shared = number();
    const length = number();
    before = before.slice(0, shared) + String.fromCharCode(...bytes.subarray(at, (at += length)));
    const back = number();
    terms.push(before);
    lists.push(back ? opened - back : opened++);
  }
  const postings = [];
  while (postings.length < opened) {
    const head = number();
    const units = [];
    for (let count = head >> 1, unit = 0; count > 0; count--) units.push((unit += number()));
    // The build stores roots, so that small scores keep their differences.
    const scores = units.map(() => bytes[at++] ** 2 / 25);
    postings.push({ units, scores, capped: head % 2 > 0 });
  }
  return { terms, lists, postings };
}

const slug = (title) => title.toLowerCase().replace(/[^\w\- ]/g, '').replace(/ /g, '-');

/** For each unit the number of its page. @param {string} sizes */
function readSizes(sizes) {
  const groups = [];
  let group = 0;
  for (const digit of sizes) {
    for (let count = parseInt(digit, 36); count > 0; count--) groups.push(group);
    if (digit !== 'z') group++;
  }
  return groups;
}

/** @returns {Page[]} */
function readTitles(text) {
  return text.split('\f').map((page) => {
    const [head, ...lines] = page.split('\n');
    const units = lines.map((line) => {
      const [title, anchor = '='] = line.split('\t');
      return { title, anchor: anchor[0] === '#' ? anchor.slice(1) : anchor.slice(1) + slug(title) };
    });
    units[0].anchor = '';
    const names = head[0] === 't' ? units.splice(1).map((unit) => unit.title) : [];
    return { kind: head[0] === 't' ? 'topic' : 'note', path: head.slice(1), units, names };
  });
}

/**
 * Opens an index. Nothing is fetched before it is asked for.
 *
 * @param {{ fetch: typeof fetch, base: string }} site `base` ends in `/`
 */
export function openIndex({ fetch, base }) {
  const files = new Map();
  const decoder = new TextDecoder();

  const once = (name, read) => {
    if (!files.has(name)) {
      const file = read();
      files.set(name, file);
      file.catch(() => files.delete(name));
    }
    return files.get(name);
  };

  const get = async (path, options) => {
    const response = await fetch(base + path, options);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return unpack(response);
  };

  const directory = (options) =>
    once('directory', async () => {
      const read = JSON.parse(decoder.decode(await get('directory.bin', options)));
      if (read.version !== VERSION) throw new Error('another version');
      return { ...read, groups: readSizes(read.units), shards: read.shards.map(toBytes), common: new Set(read.common), glue: new Set(read.glue), asking: new Set(read.asking) };
    });

  const file = (name, read) =>
    once(name, async () => {
      const { folder } = await directory();
      try {
        return read(await get(`${folder}/${name}.bin`));
      } catch (error) {
        // The site may have been built anew since the directory was read: all files lie elsewhere then.
        files.delete('directory');
        const fresh = await directory({ cache: 'reload' });
        if (fresh.folder === folder) throw error;
        for (const other of files.keys()) if (other !== 'directory' && other !== name) files.delete(other);
        return read(await get(`${fresh.folder}/${name}.bin`));
      }
    });

  return {
    directory,

    /** The shard that holds a term, if any does. @returns {Promise<Shard>} */
    async shard(term) {
      const { shards } = await directory();
      let low = 0;
      for (let high = shards.length; high - low > 1; ) {
        const middle = (low + high) >> 1;
        if (shards[middle] <= term) low = middle;
        else high = middle;
      }
      return file(`words-${low}`, readShard);
    },

    /** A page of the table. @returns {Promise<Page>} */
    async page(group) {
      const { chunk } = await directory();
      const pages = await file(`titles-${Math.floor(group / chunk)}`, (bytes) => readTitles(decoder.decode(bytes)));
      return pages[group % chunk];
    },

    /** The words that others may be misspelt for, each with how likely it is. @returns {Promise<[string, number][]>} */
    speller: () =>
      file('speller', (bytes) => {
        const [worth, ...words] = decoder.decode(bytes).split('\n');
        return words.map((word, at) => [word, Number(worth[at])]);
      }),

    /** The text of a page's units. @returns {Promise<string[]>} */
    texts: (group) => file(`text-${group}`, (bytes) => decoder.decode(bytes).split('\f')),
  };
}
