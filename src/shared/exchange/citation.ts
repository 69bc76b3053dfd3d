import { sentencesOf } from '../anchor';
import { typeset } from '../parse';
import { sectionPath, sliceRange, type Range, type ReportMeta } from '../report';
import type { DescribedReport } from './describe';

/** As an official document quotes, or as GB/T 7714 lists its sources. */
export type CitationStyle = 'official' | 'gbt7714';

export const CITATION_LABELS: Readonly<Record<CitationStyle, string>> = {
  official: '公文式',
  gbt7714: 'GB/T 7714',
};

/** A passage to be quoted: its words and sentence as 整理 shows them, on one line. */
interface Cited {
  readonly quote: string;
  /** The whole sentence, or null where the quote is one. */
  readonly sentence: string | null;
  readonly section: string;
  readonly meta: ReportMeta;
}

const ENDING = /[。！？；，：、,.;:!?]+$/;

const oneLine = (text: string): string => typeset(text).replace(/\s*\n\s*/g, '');

function citedPassage(report: DescribedReport, range: Range): Cited {
  const whole = sentencesOf(report, range);
  const [quote, sentence] = [
    oneLine(sliceRange(report.clean, range)),
    oneLine(sliceRange(report.clean, whole)),
  ];
  const same = quote.replace(ENDING, '') === sentence.replace(ENDING, '');
  return {
    quote,
    sentence: same ? null : sentence,
    section: sectionPath(report, range.start),
    meta: report.meta,
  };
}

/** Marks inside a quotation go down one level. */
const quoted = (text: string): string => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;

const words = ({ quote, sentence }: Cited): string =>
  sentence === null ? quoted(quote) : `${quoted(quote)}（原句：${quoted(sentence)}）`;

/** 2025年《周口市政府工作报告》“民生保障”部分：“……”。 */
function official(cited: Cited): string {
  const { title, place, year } = cited.meta;
  const owner = place !== null && !title.includes(place.replace(/[省市区县州]$/, '')) ? place : '';
  const report = `${owner}${year === null ? '' : `${year}年`}《${title}》`;
  return `${report}${cited.section ? `${quoted(cited.section)}部分` : ''}：${words(cited)}`;
}

const MOST_AUTHORS = 3;

/** Who answers for the text: the speaker, for an article its reporters, else the government. */
function author({ speaker, reporters, genre, place }: ReportMeta): string {
  if (speaker) return speaker.name;
  if ((genre === '解读' || genre === '综述') && reporters.length > 0)
    return `${reporters.slice(0, MOST_AUTHORS).join(', ')}${reporters.length > MOST_AUTHORS ? ', 等' : ''}`;
  if (place === null) return '';
  return place === '国务院' ? place : `${place}人民政府`;
}

/** 周口市人民政府. 周口市政府工作报告[R]. 2025: 民生保障. A report is [R], an article about one is [N]. */
function reference(cited: Cited): string {
  const { title, genre, year, date } = cited.meta;
  const kind = genre === '解读' || genre === '综述' ? 'N' : 'R';
  const published = date ?? (year === null ? '' : String(year));
  const place = [published, cited.section].filter(Boolean).join(': ');
  return [author(cited.meta), `${title}[${kind}]`, place].filter(Boolean).join('. ') + '.';
}

/**
 * Passages with sentence, report, year and section, as one pastes them into a document. `gbt7714` puts numbers at the
 * quotes and the numbered sources below, one source once.
 */
export function citePassages(
  passages: readonly { readonly report: DescribedReport; readonly range: Range }[],
  style: CitationStyle,
): string {
  const cited = passages.map(({ report, range }) => citedPassage(report, range));
  if (style === 'official') return cited.map(official).join('\n');
  const sources = [...new Set(cited.map(reference))];
  const quotes = cited.map((each) => `${words(each)}[${sources.indexOf(reference(each)) + 1}]`);
  return [...quotes, ...sources.map((source, index) => `[${index + 1}] ${source}`)].join('\n');
}
