// The text of a PDF, read by pdf.js in the browser that printed it.
import { fileURLToPath } from 'node:url';
import { open } from './browser.js';
import { serve } from './server.js';

const LIBRARY = fileURLToPath(new URL('../node_modules/pdfjs-dist', import.meta.url));

/**
 * @param {import('playwright-core').Browser} browser
 * @param {Buffer} pdf
 */
export async function textOf(browser, pdf) {
  const site = await serve('/', LIBRARY);
  const { context, page } = await open(browser);
  await page.goto(`${site.url}package.json`);
  const text = await page.evaluate(async (base64) => {
    const { getDocument, GlobalWorkerOptions } = await import('/build/pdf.mjs');
    GlobalWorkerOptions.workerSrc = '/build/pdf.worker.mjs';
    const document = await getDocument({ data: Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)) }).promise;
    const pages = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(items.map((item) => item.str + (item.hasEOL ? ' ' : '')).join(''));
    }
    return pages.join(' ');
  }, pdf.toString('base64'));
  await context.close();
  site.close();
  return text.replaceAll(/\s+/g, ' ');
}
