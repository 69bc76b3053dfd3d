import {
  csvPieces,
  describeReports,
  jsonLdPieces,
  markdownPieces,
  readJsonLd,
  type DescribeReport,
  type ExchangeFormat,
  type TextOf,
} from '../../shared/exchange';
import { succeed, type Result } from '../../shared/fault';
import type { Annotation } from '../../shared/report';
import { HandedOver, type Methods } from '../rpc';
import { textOf } from './exchange-bytes';
import {
  REPLY_SLICE,
  type ExchangeContract,
  type ExchangeReport,
  type ImportSummary,
  type ReadingProgress,
} from './exchange-protocol';

/** Refusals told one by one. */
const MOST_REFUSALS = 300;

/** Notes between two words about the progress. */
const STEP = 500;

type ReadRequest = ExchangeContract['read']['request'];

const read = (
  { file, bytes, now }: ReadRequest,
  reports: readonly ExchangeReport[],
  tell: (progress: ReadingProgress) => void,
): Result<ImportSummary> => {
  const shelf = reports.map(({ report, name, sha256 }) => ({ text: report, name, sha256 }));
  const text = textOf(file, bytes);
  if (!text.ok) return text;
  const work = readJsonLd(text.value, { file, shelf, now });
  let step = work.next();
  for (; !step.done; step = work.next()) {
    const [done, of] = step.value;
    if (done % STEP === 0) tell({ done, of });
  }
  const result = step.value;
  if (!result.ok) return result;
  const { annotations, refused, ...summary } = result.value;
  for (let at = 0; at < annotations.length; at += REPLY_SLICE)
    tell({ annotations: annotations.slice(at, at + REPLY_SLICE) });
  return succeed({ ...summary, refused: refused.slice(0, MOST_REFUSALS), refusedCount: refused.length });
};

/** Reads and writes notes; one worker does one job and is then ended, so that ending it is all that cancelling takes. */
export function createExchangeService(): Methods<ExchangeContract> {
  const reports: ExchangeReport[] = [];
  const annotations: Annotation[] = [];
  const textOf: TextOf = (id, sha256) =>
    reports.find(({ report, sha256: own }) => report.id === id && own === sha256)?.report.clean ?? null;
  const describe = (): DescribeReport => {
    const names = new Map(reports.map(({ report, name }) => [report.id, name]));
    return describeReports(
      reports.map(({ report }) => report),
      ({ id }) => names.get(id) ?? id,
    );
  };
  return {
    report: (report) => {
      reports.push(report);
      return null;
    },
    notes: (slice) => {
      annotations.push(...slice);
      return null;
    },
    write: async (format, { tell }) => {
      const bytes = await bytesOf(format, annotations, { describe: describe(), textOf }, (done, of) => {
        if (done % STEP === 0) tell({ done, of });
      });
      return new HandedOver(bytes, [bytes.buffer]);
    },
    read: (request, { tell }) => read(request, reports, tell),
  };
}

/** What is known of the reports that notes stand in. */
interface AtHand {
  readonly describe: DescribeReport;
  readonly textOf: TextOf;
}

/** How the files that are text come about, about a piece a note. */
const PIECES = {
  jsonld: (notes: readonly Annotation[], { textOf }: AtHand) => jsonLdPieces(notes, textOf),
  markdown: (notes: readonly Annotation[], { describe }: AtHand) => markdownPieces(notes, describe),
  csv: (notes: readonly Annotation[], { describe }: AtHand) => csvPieces(notes, describe),
};

/** The whole file, text in UTF-8. */
export async function bytesOf(
  format: ExchangeFormat,
  annotations: readonly Annotation[],
  { describe, textOf }: AtHand,
  tell: (done: number, of: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  if (format === 'docx') {
    const { notesDocx } = await import('../../paper/office/notes-docx');
    return notesDocx(annotations, describe, (done) => tell(done, annotations.length));
  }
  const pieces = PIECES[format](annotations, { describe, textOf });
  const parts: string[] = [];
  for (const piece of pieces) {
    tell(parts.length, annotations.length);
    parts.push(piece);
  }
  return new TextEncoder().encode(parts.join(''));
}
