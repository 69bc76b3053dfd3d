import {
  csvPieces,
  describeReports,
  jsonLdPieces,
  markdownPieces,
  readJsonLd,
  type DescribeReport,
  type ExchangeFormat,
} from '../../shared/exchange';
import { succeed } from '../../shared/fault';
import type { Annotation } from '../../shared/report';
import { textOf } from './exchange-bytes';
import type { ExchangeReply, ExchangeReport, ExchangeRequest } from './exchange-protocol';
import { REPLY_SLICE } from './exchange-protocol';

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
  const read = ({ file, bytes, now }: Extract<ExchangeRequest, { type: 'read' }>): void => {
    const shelf = reports.map(({ report, name, sha256 }) => ({ text: report, name, sha256 }));
    const text = textOf(file, bytes);
    if (!text.ok) return reply({ type: 'read', result: text });
    const work = readJsonLd(text.value, { file, shelf, now });
    let step = work.next();
    for (; !step.done; step = work.next()) tell(...step.value);
    const result = step.value;
    if (!result.ok) return reply({ type: 'read', result });
    const { annotations: notes, refused, ...summary } = result.value;
    for (let at = 0; at < notes.length; at += REPLY_SLICE)
      reply({ type: 'notes', annotations: notes.slice(at, at + REPLY_SLICE) });
    const shown = { refused: refused.slice(0, MOST_REFUSALS), refusedCount: refused.length };
    reply({ type: 'read', result: succeed({ ...summary, ...shown }) });
  };

  const work = async (request: Extract<ExchangeRequest, { type: 'read' | 'write' }>): Promise<void> => {
    if (request.type === 'write') await write(request.format);
    else read(request);
  };

  return (request) => {
    if (request.type === 'report') reports.push(request.report);
    else if (request.type === 'notes') annotations.push(...request.annotations);
    else void work(request).catch((error: unknown) => reply({ type: 'broken', detail: String(error) }));
  };
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
