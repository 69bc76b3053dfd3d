import { type Result, succeed } from '../shared/fault';
import { pdfText, type PdfItem, type PdfPage, REFUSALS, withoutFurniture } from '../shared/import';
import { withBoundBuffers } from './budget';
import { fetchedMaps } from './character-maps';
import type { Reading, ReadingContext } from './reading';

/** Characters a page has at least on average, or the file is a scan. */
const LEAST_CHARACTERS = 12;
const MOST_PAGES = 5000;
/** Runs of characters of all pages; a printed report has some ten thousand. */
const MOST_RUNS = 500_000;

/** Reads the text of a PDF; scripts, forms and fonts in it are never run or loaded. */
export async function readPdf(bytes: Uint8Array, context: ReadingContext): Promise<Result<Reading>> {
  const { subject, repairs } = context;
  await loadPdfjs();
  const pages = await withBoundBuffers(() => pagesOf(bytes, context));
  if (pages === null) return REFUSALS.tooMuchMemory(subject);
  if (!pages.ok) return pages;
  const characters = pages.value
    .flatMap(({ items }) => items)
    .reduce((sum, { text }) => sum + text.trim().length, 0);
  if (characters < LEAST_CHARACTERS * pages.value.length) return REFUSALS.scanned(subject);
  const paragraphs = withoutFurniture(pdfText(pages.value, repairs).split('\n'), repairs);
  const text = paragraphs.join('\n');
  return succeed({ text, format: 'pdf', encoding: null, pages: pages.value.length, warnings: [] });
}

async function pagesOf(
  bytes: Uint8Array,
  { subject, characterMaps, password, onPage }: ReadingContext,
): Promise<Result<readonly PdfPage[]>> {
  const { getDocument, VerbosityLevel } = await loadPdfjs();
  const task = getDocument({
    // A copy of its own kind: slice() of a Buffer is a Buffer, which the library refuses.
    data: new Uint8Array(bytes),
    cMapUrl: characterMaps,
    cMapPacked: true,
    // In Node the folder is a path.
    ...(characterMaps.includes('://') ? { BinaryDataFactory: fetchedMaps(characterMaps) } : {}),
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    disableAutoFetch: true,
    disableStream: true,
    stopAtErrors: false,
    ...(password === null ? {} : { password }),
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES) return REFUSALS.tooManyPages(subject);
    const pages: PdfPage[] = [];
    let runs = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      onPage(number, document.numPages);
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: true });
      if ((runs += items.length) > MOST_RUNS) return REFUSALS.tooMuchMemory(subject);
      const { width, height } = page.getViewport({ scale: 1 });
      pages.push({ width, height, items: items.flatMap((item) => ('str' in item ? [itemOf(item)] : [])) });
      page.cleanup();
    }
    return succeed(pages);
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name !== 'PasswordException') return REFUSALS.damaged(subject, String(error));
    return password === null ? REFUSALS.locked(subject) : REFUSALS.wrongPassword(subject);
  } finally {
    await task.destroy();
  }
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly unknown[];
  readonly width: number;
}

function itemOf({ str, transform, width }: TextItem): PdfItem {
  const [, , c = 0, d = 0, x = 0, y = 0] = transform.map(Number);
  return { text: str, x, y, width, size: Math.hypot(c, d) };
}

/** Adds what the library takes for granted and Node 20 lacks; its own build for old browsers leaves this one out. */
function fillIn(): void {
  const host = Promise as { withResolvers?: unknown };
  host.withResolvers ??= <T>() => {
    let resolve: (value: T) => void = () => undefined;
    let reject: (reason: unknown) => void = () => undefined;
    const promise = new Promise<T>((keep, refuse) => {
      resolve = keep;
      reject = refuse;
    });
    return { promise, resolve, reject };
  };
}

/** Loads the library with its worker's code beside it, so that no second worker is started. */
async function loadPdfjs() {
  fillIn();
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const host = globalThis as { pdfjsWorker?: unknown };
  host.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return library;
}
