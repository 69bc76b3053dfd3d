import { type Result, succeed } from '../shared/fault';
import { mimeParts, quotedPrintable, readRtf, REFUSALS, type MimePart } from '../shared/import';
import { MOST_TEXT_BYTES } from './budget';
import { decodeText } from './decode';
import { readHtml } from './html';
import type { Reading, ReadingContext } from './reading';

const CODE_PAGES: Readonly<Record<number, string>> = {
  936: 'gb18030',
  54936: 'gb18030',
  950: 'big5',
  65001: 'utf-8',
  1252: 'windows-1252',
};

/** Signs that no text has, but for a form feed, an end of file and the like. */
const CONTROL = /[\0-\x08\x0e-\x19\x1c-\x1f]/g;
const MOST_CONTROL = 0.02;
/** Groups within groups; programs write some ten, a table of tables some dozens. */
const MOST_GROUPS = 256;

/** Reads an RTF document. */
export function readRtfFile(bytes: Uint8Array, { subject }: ReadingContext): Result<Reading> {
  const { codePage, depth, runs } = readRtf(new TextDecoder('latin1').decode(bytes));
  if (depth > MOST_GROUPS) return REFUSALS.tooDeep(subject);
  const decoder = new TextDecoder(CODE_PAGES[codePage] ?? 'gb18030');
  let text = '';
  let pending: number[] = [];
  const flush = (): void => {
    if (pending.length > 0) text += decoder.decode(Uint8Array.from(pending));
    pending = [];
  };
  for (const run of runs) {
    if (typeof run === 'string') {
      flush();
      text += run;
    } else pending.push(...run);
  }
  flush();
  return succeed({ text, format: 'rtf', encoding: decoder.encoding, pages: null, warnings: [] });
}

/** Reads the page that a saved message (.mht) holds. */
export function readMht(bytes: Uint8Array, context: ReadingContext): Result<Reading> {
  const parts = mimeParts(new TextDecoder('latin1').decode(bytes));
  const page =
    parts.find(({ type }) => type === 'text/html') ?? parts.find(({ type }) => type === 'text/plain');
  if (page === undefined) return REFUSALS.damaged(context.subject);
  if (page.body.length > 2 * MOST_TEXT_BYTES) return REFUSALS.long(context.subject);
  const body = bytesOf(page);
  if (body === null) return REFUSALS.damaged(context.subject);
  const reading = readHtml(body, context, page.charset);
  return reading.ok ? succeed({ ...reading.value, format: 'mht' }) : reading;
}

function bytesOf({ encoding, body }: MimePart): Uint8Array | null {
  if (encoding === 'quoted-printable') return quotedPrintable(body);
  if (encoding !== 'base64') return Uint8Array.from(body, (character) => character.charCodeAt(0) & 0xff);
  try {
    return Uint8Array.from(atob(body.replace(/\s/g, '')), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Reads plain text or Markdown from its bytes; a byte that cannot be read is marked and does not refuse the file. */
export function readPlain(bytes: Uint8Array, { subject, repairs }: ReadingContext): Result<Reading> {
  const decoded = decodeText(bytes);
  if (decoded === null) return bytes.includes(0) ? REFUSALS.binary(subject) : REFUSALS.encoding(subject);
  const { text, encoding, unreadable } = decoded;
  if ((text.match(CONTROL)?.length ?? 0) > text.length * MOST_CONTROL) return REFUSALS.binary(subject);
  if (unreadable > 0) repairs.note('unreadable', '\ufffd', unreadable);
  const isMarkdown = (text.match(/^#{1,6} \S/gm)?.length ?? 0) >= 2;
  const warnings = unreadable > 0 ? [`文件里有 ${String(unreadable)} 处读不出的字节，已标为存疑。`] : [];
  return succeed({ text, format: isMarkdown ? 'markdown' : 'text', encoding, pages: null, warnings });
}
