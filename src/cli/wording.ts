import type { Fault } from '../shared/fault';
import type { Shift, Term } from '../shared/compare';
import {
  DEFAULT_DICTIONARY,
  DEFAULT_STOP_WORDS,
  DIRECTION_LABELS,
  traceWording,
  WORDING_PARTS,
} from '../shared/compare';
import { rangeToRaw } from '../shared/parse';
import type { Range, Report } from '../shared/report';
import { sliceRange } from '../shared/report';
import { nameReport, nameSection } from '../shared/sheet';
import { loadReports } from './library';
import { readOptions } from './options';
import { EXIT, print, printFaults, printJson } from './output';

export const wordingUsage = `用法：duidu wording [选项] <报告> <报告>…

最后一篇与前面各篇相比：新提法、不再提、力度变化，各附原句。报告按年份先后写。
次数后是每万字次数，用来比较长短不同的报告。

  --part 部分  只看一部分：${WORDING_PARTS.map(({ label }) => label).join(' ')}
  --stop 词    不看这个词；可写多次
  --list 词    总要看这个词，没有引号、只说过一次也列；可写多次
  --other 报告 不参与比较，只看新提法是否已用；可写多次
  --json       输出 JSON，位置是原文里的`;

const OPTIONS = {
  part: { type: 'string' },
  stop: { type: 'string', multiple: true },
  list: { type: 'string', multiple: true },
  other: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const;

/** Prints what the last report says anew, no longer, or with other force. */
export async function runWording(args: readonly string[]): Promise<number> {
  const options = readOptions(args, OPTIONS);
  if (!options.ok) {
    printFaults([options.fault]);
    return EXIT.misused;
  }
  const { values, positionals } = options.value;
  if (positionals.length < 2) {
    printFaults([TOO_FEW]);
    return EXIT.misused;
  }
  const part = WORDING_PARTS.find(({ id, label }) => values.part === id || values.part === label);
  if (values.part !== undefined && part === undefined) {
    printFaults([unknownPart(values.part)]);
    return EXIT.misused;
  }
  const { reports, faults } = await loadReports(positionals);
  const others = values.other ? await loadReports(values.other) : { reports: [], faults: [] };
  if (faults.length + others.faults.length > 0) {
    printFaults([...faults, ...others.faults]);
    return EXIT.failed;
  }
  const { fresh, names, dropped, shifts } = traceWording(reports, {
    stopWords: [...DEFAULT_STOP_WORDS, ...(values.stop ?? [])],
    listed: [...DEFAULT_DICTIONARY, ...(values.list ?? [])],
    others: others.reports,
    ...(part?.roles ? { roles: part.roles } : {}),
  });
  if (values.json === true) {
    await printJson({
      reports: reports.map(({ id }) => id),
      fresh: fresh.map((term) => describeTerm(term, reports)),
      names: names.map((term) => describeTerm(term, reports)),
      dropped: dropped.map((term) => describeTerm(term, reports)),
      shifts: shifts.map((shift) => describeShift(shift, reports)),
    });
    return EXIT.done;
  }
  const sections = [
    ['新提法', ...fresh.map((term) => termLine(term, reports))],
    ['名称', ...names.map((term) => termLine(term, reports))],
    ['不再提', ...dropped.map((term) => termLine(term, reports))],
    ['力度变化', ...shifts.map((shift) => shiftLine(shift, reports))],
  ];
  await print(sections.map((lines) => lines.join('\n')).join('\n\n'));
  return EXIT.done;
}

const TOO_FEW: Fault = {
  code: 'reports-too-few',
  subject: 'duidu wording',
  reason: '至少要两篇报告',
  remedy: '例如：duidu wording zhoukou-2023 zhoukou-2025。',
};

const unknownPart = (name: string): Fault => ({
  code: 'name-unknown',
  subject: name,
  reason: '没有这个部分',
  remedy: `可用的是：${WORDING_PARTS.map(({ label }) => label).join('、')}。`,
});

const quote = (report: Report | undefined, range: Range): string =>
  report ? sliceRange(report.clean, range).trim().replace(/\s+/g, ' ') : '';

function termLine({ text, counts, rates, occurrences }: Term, reports: readonly Report[]): string {
  const [first] = occurrences;
  const source = first && reports[first.report];
  const most = Math.max(...rates).toFixed(1);
  const sentence = first ? quote(source, first.sentence) : '';
  return `  ${text}\t${counts.join(' ')}\t${most}\t${source ? nameReport(source) : ''}\t${sentence}`;
}

function shiftLine({ direction, from, to }: Shift, reports: readonly Report[]): string {
  const words = `${from.word || '（无）'} → ${to.word || '（无）'}`;
  const quotes = [from, to].map(({ report, passage }) => quote(reports[report], passage));
  return `  ${DIRECTION_LABELS[direction]}\t${words}\t${quotes.join('\t')}`;
}

function describeTerm(
  { text, kind, counts, rates, occurrences, elsewhere }: Term,
  reports: readonly Report[],
) {
  const places = occurrences.flatMap(({ report, range, sentence, section }) => {
    const source = reports[report];
    if (!source) return [];
    const place = { report: source.id, ...rangeToRaw(source, range), section: nameSection(source, section) };
    return [{ ...place, sentence: quote(source, sentence) }];
  });
  return { text, kind, counts, rates, elsewhere, occurrences: places };
}

function describeShift({ direction, from, to }: Shift, reports: readonly Report[]) {
  const side = ({ report, word, ranges: [range], passage, section }: Shift['from']) => {
    const source = reports[report];
    if (!source) return null;
    const place = { report: source.id, word, section: nameSection(source, section) };
    return { ...place, ...rangeToRaw(source, range ?? passage), passage: quote(source, passage) };
  };
  return { direction, from: side(from), to: side(to) };
}
