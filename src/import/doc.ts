import { type Result, succeed } from '../shared/fault';
import { holdsWideName, REFUSALS } from '../shared/import';
import type { Reading, ReadingContext } from './reading';

/** Reads an old Word document (.doc, .wps); quotes stay as they were typed. */
export async function readDoc(
  bytes: Uint8Array,
  { subject, repairs }: ReadingContext,
): Promise<Result<Reading>> {
  if (holdsWideName(bytes, 'EncryptedPackage')) return REFUSALS.locked(subject);
  if (holdsWideName(bytes, 'PowerPoint Document')) return REFUSALS.presentation(subject);
  if (!holdsWideName(bytes, 'WordDocument'))
    return holdsWideName(bytes, 'Workbook') || holdsWideName(bytes, 'Book')
      ? REFUSALS.oldSheet(subject)
      : REFUSALS.binary(subject);
  try {
    const [{ Buffer }, { default: BufferReader }, { default: WordOleExtractor }] = await Promise.all([
      import('buffer'),
      import('word-extractor/lib/buffer-reader.js'),
      import('word-extractor/lib/word-ole-extractor.js'),
    ]);
    const document = await new WordOleExtractor().extract(new BufferReader(Buffer.from(bytes)));
    const verbatim = { filterUnicode: false };
    for (const notes of [document.getFootnotes(verbatim), document.getEndnotes(verbatim)])
      for (const note of notes.split('\n')) if (note.trim() !== '') repairs.note('apart', note);
    const text = document.getBody(verbatim);
    return succeed({ text, format: 'doc', encoding: null, pages: null, warnings: [] });
  } catch (error) {
    const detail = String(error);
    return /encrypt|password/i.test(detail)
      ? REFUSALS.locked(subject, detail)
      : REFUSALS.damaged(subject, detail);
  }
}
