// A static host as plain as any: files below a base path, index.html for folders, 404.html for what is missing.
import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};

/**
 * Serves what `site.folder` names below `base` on a free port of this machine. The folder may be set later. While `site.down`
 * holds, connections are cut, as without a network.
 * @param {string} base a path that begins and ends with `/`
 * @param {string} [folder]
 */
export async function serve(base, folder) {
  const site = { base, folder, down: false, url: '', close: () => server.close() };
  const server = createServer(async (request, response) => {
    if (site.down) return request.socket.destroy();
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = path.startsWith(base) ? await find(site.folder, path.slice(base.length)) : null;
    const name = file ?? join(site.folder, '404.html');
    response.writeHead(file ? 200 : 404, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' });
    return response.end(await readFile(name).catch(() => 'not found'));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  server.unref();
  site.url = `http://127.0.0.1:${server.address().port}${base}`;
  return site;
}

async function find(folder, path) {
  const file = normalize(join(folder, path));
  if (file !== normalize(folder) && !file.startsWith(normalize(folder + sep))) return null;
  const found = await stat(file).catch(() => null);
  if (found?.isFile()) return file;
  const index = join(file, 'index.html');
  return found?.isDirectory() && (await stat(index).catch(() => null)) ? index : null;
}
