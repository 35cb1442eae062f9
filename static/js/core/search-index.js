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
 * @typedef {object} Unit
 * @property {string} title
 * @property {string} anchor
 * @property {number} level         of a question, from 0 for none; below 0 of anything else
 *
 * @typedef {object} Page
 * @property {'note' | 'topic'} kind
 * @property {string} path          its address from the site's root
 * @property {Unit[]} units         the page itself, then its sections and questions
 * @property {string[]} names       a topic's other names
 */

const VERSION = 2;

/** A text as a string of bytes. */
export const toBytes = (text) => unescape(encodeURIComponent(text));

/** A string of bytes as text. */
export const toText = (bytes) => decodeURIComponent(escape(bytes));

/** Where a term stands in a sorted list, or would. */
export function place(terms, term) {
  let low = 0;
  for (let high = terms.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (terms[middle] < term) low = middle + 1;
    else high = middle;
  }
  return low;
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
  for (let count = number(); count; count--) {
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
    for (let count = head >> 1, unit = 0; count; count--) units.push((unit += number()));
    // The build stores roots, so that small scores keep their differences.
    const scores = units.map(() => bytes[at++] ** 2 / 6);
    postings.push({ units, scores, capped: head % 2 > 0 });
  }
  return { terms, lists, postings };
}

const slug = (title) => title.toLowerCase().replace(/[^\w\- ]/g, '').replace(/ /g, '-');

/** For each unit the number of its page, and for each page its first unit and where it stands in the other files. */
function readSizes({ units, chunks }) {
  const groups = new Uint32Array([...units].reduce((sum, digit) => sum + parseInt(digit, 36), 0));
  const pages = [];
  let [first, size, chunk, at, count, text] = [0, 0, 0, 0, 0, 0];
  for (const digit of units) {
    size += parseInt(digit, 36);
    if (digit === 'z') continue;
    groups.fill(pages.length, first, first + size);
    pages.push({ first, chunk, at: at++, text });
    first += size;
    count += size;
    text += Math.ceil(size / chunks[2]);
    size = 0;
    if (at === chunks[0] || count >= chunks[1]) {
      chunk++;
      at = count = 0;
    }
  }
  return { groups, pages };
}

/** @returns {Page[]} */
const readTitles = (text) =>
  text.split('\f').map((page) => {
    const [head, ...lines] = page.split('\n');
    const units = lines.map((line, at) => {
      const [title, code = at ? '=' : '#'] = line.split('\t');
      const rest = code.slice(1);
      if (code[0] === '?') return { title, anchor: `q-${rest.slice(1) || slug(title)}`, level: Number(rest[0]) };
      return { title, anchor: code[0] === '#' ? rest : rest + slug(title), level: -1 };
    });
    const kind = head[0] === 't' ? 'topic' : 'note';
    const names = kind === 'topic' ? units.splice(1).map(({ title }) => title) : [];
    return { kind, path: head.slice(1), units, names };
  });

/**
 * Opens an index. Nothing is fetched before it is asked for.
 *
 * @param {{ fetch: typeof fetch, base: string }} site `base` ends in `/`
 */
export function openIndex({ fetch, base }) {
  const files = new Map();
  const decode = (bytes) => new TextDecoder().decode(bytes);

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
    const bytes = new Uint8Array(await response.arrayBuffer());
    // Some servers unpack what they send.
    if (bytes[0] !== 31) return bytes;
    const stream = new Response(bytes).body.pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  };

  const directory = (options) =>
    once('directory', async () => {
      const read = JSON.parse(decode(await get('directory.bin', options)));
      if (read.version !== VERSION) throw new Error('another version');
      for (const name of ['common', 'glue', 'asking']) read[name] = new Set(read[name]);
      return { ...read, ...readSizes(read), shards: read.shards.map(toBytes) };
    });

  const file = (name, read) =>
    once(name, async () => {
      const { folder } = await directory();
      const from = async (folder) => read(await get(`${folder}/${name}.bin`));
      try {
        return await from(folder);
      } catch (error) {
        // The site may have been built anew since the directory was read: all files lie elsewhere then.
        files.delete('directory');
        const fresh = await directory({ cache: 'reload' });
        if (fresh.folder === folder) throw error;
        for (const other of files.keys()) if (other !== 'directory' && other !== name) files.delete(other);
        return from(fresh.folder);
      }
    });

  return {
    directory,

    /** The shard that holds a term, if any does. @returns {Promise<Shard>} */
    async shard(term) {
      const { shards } = await directory();
      const at = place(shards, term);
      return file(`words-${shards[at] === term ? at : Math.max(at - 1, 0)}`, readShard);
    },

    /** A page of the table. @returns {Promise<Page>} */
    async page(group) {
      const { chunk, at } = (await directory()).pages[group];
      return (await file(`titles-${chunk}`, (bytes) => readTitles(decode(bytes))))[at];
    },

    /** The words that others may be misspelt for, each with how likely it is. @returns {Promise<[string, number][]>} */
    speller: () =>
      file('speller', (bytes) => {
        const [worth, ...words] = decode(bytes).split('\n');
        return words.map((word, at) => [word, Number(worth[at])]);
      }),

    /** The text of a unit. @returns {Promise<string>} */
    async text({ group, ordinal }) {
      const { pages, chunks } = await directory();
      const texts = await file(`text-${pages[group].text + Math.floor(ordinal / chunks[2])}`, (bytes) => decode(bytes).split('\f'));
      return texts[ordinal % chunks[2]] ?? '';
    },
  };
}
