import { type Result, succeed } from '../shared/fault';
import { REFUSALS } from '../shared/import';
import { unpack, UNPACK_REFUSALS } from './archive';
import { hasTooManyTags } from './budget';
import type { Reading, ReadingContext } from './reading';

const MOST_DEPTH = 256;

/** Reads the body of a Word document (.docx, also as WPS writes it); headers and footers are not part of it. */
export async function readDocx(
  bytes: Uint8Array,
  { subject, repairs, mostBytes }: ReadingContext,
): Promise<Result<Reading>> {
  const unpacked = unpack(bytes, (name) => /\.(?:xml|rels)$/i.test(name), mostBytes);
  if (!unpacked.ok) return UNPACK_REFUSALS[unpacked.why](subject);
  if (hasTooManyTags(unpacked.members.map(({ bytes: part }) => part))) return REFUSALS.tooMuchMemory(subject);
  const parts = new Map(
    unpacked.members.map(({ name, bytes: part }) => [name, new TextDecoder().decode(part)]),
  );
  for (const part of parts.values()) {
    if (/<!DOCTYPE/i.test(part)) return REFUSALS.declared(subject);
    if (depthOf(part) > MOST_DEPTH) return REFUSALS.tooDeep(subject);
  }
  const body = parts.get('word/document.xml');
  if (body === undefined) return REFUSALS.damaged(subject);
  const notes = notesIn(parts.get('word/footnotes.xml') ?? '').concat(
    notesIn(parts.get('word/endnotes.xml') ?? ''),
  );
  for (const note of notes) repairs.note('apart', note);
  try {
    const { default: mammoth } = await import('mammoth');
    const { value } = await mammoth.extractRawText(sourceOf(bytes));
    const text = value.replace(/\n\n/g, '\n');
    return succeed({
      text,
      format: 'docx',
      encoding: null,
      pages: null,
      warnings: warningsOf(body, notes.length),
    });
  } catch (error) {
    return REFUSALS.damaged(subject, String(error));
  }
}

/** mammoth takes a Buffer in Node and an ArrayBuffer in a browser. */
function sourceOf(bytes: Uint8Array): { buffer: never } | { arrayBuffer: ArrayBuffer } {
  const host = globalThis as { Buffer?: { from(bytes: Uint8Array): unknown } };
  if (host.Buffer !== undefined) return { buffer: host.Buffer.from(bytes) as never };
  return { arrayBuffer: bytes.slice().buffer };
}

/** Tells how deep the elements of a part are nested; read without building them. */
function depthOf(xml: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag] of xml.matchAll(/<[/!?]?[A-Za-z][^>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!/^<[!?]|\/>$/.test(tag)) deepest = Math.max(deepest, (depth += 1));
  }
  return deepest;
}

/** Texts of the foot- or endnotes, the separators aside. */
const notesIn = (xml: string): readonly string[] =>
  [...xml.matchAll(/<w:(?:foot|end)note\b(?![^>]*w:type=)[^>]*>([\s\S]*?)<\/w:(?:foot|end)note>/g)]
    .map(([, note = '']) =>
      [...note.matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>/g)].map(([, words]) => words).join(''),
    )
    .filter((note) => note.trim() !== '');

function warningsOf(body: string, notes: number): readonly string[] {
  const warnings: string[] = [];
  const changes = body.match(/<w:(?:ins|del)\b/g)?.length ?? 0;
  if (changes > 0)
    warnings.push(`文档里有 ${String(changes)} 处未接受的修订：按“接受修订”读，删去的字没有读入。`);
  if (/<w:txbxContent\b/.test(body)) warnings.push('文档里有文本框，框里的字可能与正文次序不同。');
  if (notes > 0) warnings.push(`文档有 ${String(notes)} 条脚注或尾注，另列在修补记录里，没有并入正文。`);
  if (/<w:numPr>/.test(body)) warnings.push('有的编号是 Word 自动编的，文字里没有，读入后看不到这些编号。');
  return warnings;
}
