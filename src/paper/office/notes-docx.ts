import { Document, Packer } from 'docx';
import { strFromU8, unzipSync, Zip, ZipDeflate } from 'fflate';
import type { DescribeReport } from '../../shared/exchange';
import type { Annotation } from '../../shared/report';
import { bodyPieces } from './notes-docx-body';
import { NOTE_STYLES } from './notes-docx-styles';

/** The part of the package that holds the text, and where in it the paragraphs begin. */
const TEXT = 'word/document.xml';
const BODY = '<w:body>';

/** A whole document without a paragraph: looks, page, and all the parts Word expects, by their names. */
async function emptyDocument(): Promise<Readonly<Record<string, Uint8Array>>> {
  const document = new Document({
    creator: '对读',
    lastModifiedBy: '对读',
    title: '批注',
    styles: NOTE_STYLES,
    // A4, upright.
    sections: [{ properties: { page: { size: { width: 11906, height: 16838 } } }, children: [] }],
  });
  return unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)));
}

/** Characters packed at a time. */
const CHUNK = 1 << 16;

function* chunksOf(pieces: Iterable<string>): Generator<Uint8Array, void> {
  const encoder = new TextEncoder();
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < CHUNK) continue;
    yield encoder.encode(text);
    text = '';
  }
  yield encoder.encode(text);
}

function* textParts(empty: Uint8Array, body: Iterable<string>): Generator<string, void> {
  const [before, after, ...more] = strFromU8(empty).split(BODY);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`${TEXT} of an empty document has no one ${BODY}.`);
  yield before + BODY;
  yield* body;
  yield after;
}

/** Packs parts one after the other, each as its pieces come. */
function pack(
  parts: Iterable<readonly [name: string, chunks: Iterable<Uint8Array>]>,
): Promise<Uint8Array<ArrayBuffer>> {
  const packed: Uint8Array<ArrayBuffer>[] = [];
  return new Promise((resolve, reject) => {
    const zip = new Zip((error, data, last) => {
      if (error) return reject(error);
      packed.push(data);
      if (last) void new Blob(packed).arrayBuffer().then((bytes) => resolve(new Uint8Array(bytes)), reject);
    });
    for (const [name, chunks] of parts) {
      const file = new ZipDeflate(name);
      zip.add(file);
      for (const chunk of chunks) file.push(chunk);
      file.push(new Uint8Array(), true);
    }
    zip.end();
  });
}

/**
 * Notes as a Word document: grouped by report, each with its sentence, section, words and facts; A4. `tell` hears how
 * many notes are done.
 */
export async function notesDocx(
  annotations: readonly Annotation[],
  describe: DescribeReport,
  tell: (done: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const { [TEXT]: text, ...others } = await emptyDocument();
  if (!text) throw new Error(`An empty document has no ${TEXT}.`);
  const pieces = textParts(text, bodyPieces(annotations, describe, tell));
  return pack([
    ...Object.entries(others).map(([name, bytes]) => [name, [bytes]] as const),
    [TEXT, chunksOf(pieces)],
  ]);
}
