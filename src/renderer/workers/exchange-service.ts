import {
  csvPieces,
  describeReports,
  jsonLdPieces,
  markdownPieces,
  MAX_FILE_BYTES,
  readJsonLd,
  unreadable,
  type DescribeReport,
  type ExchangeFormat,
  type NotesRead,
} from '../../shared/exchange';
import { fail, succeed, type Result } from '../../shared/fault';
import type { Annotation } from '../../shared/report';
import type { ExchangeReply, ExchangeReport, ExchangeRequest } from './exchange-protocol';
import { SLICE } from './exchange-protocol';

/** Refusals told one by one. */
const MOST_REFUSALS = 300;

/** Notes between two words about the progress. */
const STEP = 500;

/** Reads and writes notes; one worker does one job and is then ended, so that ending it is all that cancelling takes. */
export function createExchangeService(
  reply: (reply: ExchangeReply) => void,
): (request: ExchangeRequest) => void {
  const reports: ExchangeReport[] = [];
  const annotations: Annotation[] = [];

  const describe = (): DescribeReport => {
    const names = new Map(reports.map(({ report, name }) => [report.id, name]));
    return describeReports(
      reports.map(({ report }) => report),
      ({ id }) => names.get(id) ?? id,
    );
  };
  const tell = (done: number, of: number): void => {
    if (done % STEP === 0) reply({ type: 'progress', done, of });
  };
  const write = async (format: ExchangeFormat): Promise<void> => {
    const bytes = await bytesOf(format, annotations, describe(), tell);
    reply({ type: 'written', bytes });
  };
  const read = (file: string, bytes: Uint8Array, now: string): void => {
    const shelf = reports.map(({ report, name, sha256 }) => ({ text: report, name, sha256 }));
    const result = readBytes(bytes, file, (text) => {
      const work = readJsonLd(text, { file, shelf, now });
      for (;;) {
        const step = work.next();
        if (step.done) return step.value;
        tell(...step.value);
      }
    });
    if (!result.ok) return reply({ type: 'read', result });
    const { annotations: notes, refused, ...summary } = result.value;
    for (let at = 0; at < notes.length; at += SLICE)
      reply({ type: 'notes', annotations: notes.slice(at, at + SLICE) });
    const shown = { refused: refused.slice(0, MOST_REFUSALS), refusedCount: refused.length };
    reply({ type: 'read', result: succeed({ ...summary, ...shown }) });
  };

  return (request) => {
    if (request.type === 'report') reports.push(request.report);
    else if (request.type === 'notes') annotations.push(...request.annotations);
    else if (request.type === 'read') read(request.file, request.bytes, request.now);
    else
      void write(request.format).catch((error: unknown) => reply({ type: 'broken', detail: String(error) }));
  };
}

function readBytes(
  bytes: Uint8Array,
  file: string,
  read: (text: string) => Result<NotesRead>,
): Result<NotesRead> {
  if (bytes.length > MAX_FILE_BYTES)
    return fail(unreadable(file, `文件有 ${Math.ceil(bytes.length / 2 ** 20)} MB，超过 50 MB`));
  try {
    return read(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return fail(unreadable(file, '不是 UTF-8 文本，读不出批注', String(error)));
  }
}

/** How the files that are text come about, about a piece a note. */
const PIECES = { jsonld: jsonLdPieces, markdown: markdownPieces, csv: csvPieces };

/** The whole file, text in UTF-8. */
export async function bytesOf(
  format: ExchangeFormat,
  annotations: readonly Annotation[],
  describe: DescribeReport,
  tell: (done: number, of: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  if (format === 'docx') {
    const { notesDocx } = await import('../../paper/office/notes-docx');
    return notesDocx(annotations, describe, (done) => tell(done, annotations.length));
  }
  const pieces = PIECES[format](annotations, describe);
  const parts: string[] = [];
  for (const piece of pieces) {
    tell(parts.length, annotations.length);
    parts.push(piece);
  }
  return new TextEncoder().encode(parts.join(''));
}
