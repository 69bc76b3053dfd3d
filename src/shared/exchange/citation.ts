import { sentencesOf } from '../anchor';
import { typeset } from '../parse';
import { headingsOver, rangeLength, sliceRange, type Genre, type Range, type ReportMeta } from '../report';
import type { DescribedReport } from './describe';

/** As an official document quotes, or as GB/T 7714 lists its sources. */
export type CitationStyle = 'official' | 'gbt7714';

export const CITATION_LABELS: Readonly<Record<CitationStyle, string>> = {
  official: '公文式',
  gbt7714: 'GB/T 7714',
};

/** A passage to be quoted: its words and sentence as 整理 shows them. */
interface Cited {
  readonly quote: string;
  /** The whole sentence, or null where the quote is one. */
  readonly sentence: string | null;
  /** Headings over the passage, the outermost first. */
  readonly sections: readonly string[];
  readonly meta: ReportMeta;
  /** Where the text was printed, as it says itself. */
  readonly paper: string | null;
}

const ENDING = /[。！？；，：、,.;:!?]+$/;

/** Typeset, with the breaks between paragraphs and items as they are. */
const cited = (text: string): string => typeset(text).replace(/[^\S\n]*\n\s*/g, '\n');

/** Up to here a sentence is given whole beside the quote; of a longer one only the clauses it stands in. In characters. */
const WHOLE = 60;

/** Where a long sentence may be cut, the rarer places first; the comma of 5,205 is none. */
const CUTS = [/[；;\n]/g, /[，；;：\n]|,(?!\d)/g] as const;

const CUT = '……';

/** The clauses of a sentence around a quote, between marks of one kind. */
function clausesAround(text: string, quote: Range, whole: Range, mark: RegExp): Range {
  const marks = [...sliceRange(text, whole).matchAll(mark)].map(({ index }) => whole.start + index);
  const before = marks.findLast((at) => at < quote.start);
  const after = marks.find((at) => at >= quote.end - 1);
  return {
    start: before === undefined ? whole.start : before + 1,
    end: Math.max(quote.end, after ?? whole.end),
  };
}

/** The sentence a quote stands in, as short as it can be; …… where it was cut. */
function sentenceWords(report: DescribedReport, quote: Range): string {
  const whole = sentencesOf(report, quote);
  const parts = [whole, ...CUTS.map((mark) => clausesAround(report.clean, quote, whole, mark))];
  const part = parts.find((each) => rangeLength(each) <= WHOLE) ?? parts.at(-1) ?? whole;
  const words = cited(sliceRange(report.clean, part)).trim();
  return `${part.start > whole.start ? CUT : ''}${words}${part.end < whole.end ? CUT : ''}`;
}

const bare = (words: string): string =>
  words.replaceAll(CUT, '').replace(ENDING, '').replaceAll('\n', '').trim();

function citedPassage(report: DescribedReport, range: Range): Cited {
  const quote = cited(sliceRange(report.clean, range));
  const sentence = sentenceWords(report, range);
  return {
    quote,
    sentence: bare(sentence).length <= bare(quote).length ? null : sentence,
    sections: headingsOver(report, range.start),
    meta: report.meta,
    paper: paperOf(report),
  };
}

/** A newspaper or site that a text names as its source, beside the reporters' names; null where it names none. */
const PAPER = /(?:来源|原载|稿源|据)[：:]?\s*《?([\u4e00-\u9fa5]{2,12}?(?:日报|晚报|新闻网|政府网))》?/u;

const paperOf = ({ clean, sections }: DescribedReport): string | null =>
  sections
    .filter(({ role }) => role === 'front' || role === 'credits')
    .flatMap(({ range }) => PAPER.exec(sliceRange(clean, range))?.[1] ?? [])[0] ?? null;

/** Marks inside a quotation go down one level. */
const quoted = (text: string): string => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;

const words = ({ quote, sentence }: Cited): string =>
  sentence === null ? quoted(quote) : `${quoted(quote)}（原句：${quoted(sentence)}）`;

/** Texts that a newspaper has made of a report: what is quoted is theirs, and says so. */
const PRESS: ReadonlySet<Genre> = new Set(['摘编', '解读', '综述']);

/** （解读，《周口日报》，2025年2月8日）; empty for the report itself. */
function pressWords({ meta: { genre, date }, paper }: Cited): string {
  if (!PRESS.has(genre)) return '';
  const facts = [genre, paper === null ? '' : `《${paper}》`, date === null ? '' : dayWords(date)];
  return `（${facts.filter(Boolean).join('，')}）`;
}

/** 2025年2月8日 of an ISO date. */
const dayWords = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

/** “2024年工作回顾”部分“民生保障”一节 of the headings over a passage. */
const sectionWords = ([part, ...under]: readonly string[]): string => {
  if (part === undefined) return '';
  return `${quoted(part)}部分${under.length > 0 ? `${under.map(quoted).join('')}一节` : ''}`;
};

/** 2025年《周口市政府工作报告》“民生保障”部分：“……”。 */
function official(cited: Cited): string {
  const { title, place, year } = cited.meta;
  const owner = place !== null && !title.includes(place.replace(/[省市区县州]$/, '')) ? place : '';
  const report = `${owner}${year === null ? '' : `${year}年`}《${title}》${pressWords(cited)}`;
  return `${report}${sectionWords(cited.sections)}：${words(cited)}`;
}

const MOST_AUTHORS = 3;

/** Who answers for the text: the speaker, for an article its reporters, else the government. */
function author({ speaker, reporters, genre, place }: ReportMeta): string {
  if (speaker) return speaker.name;
  if (PRESS.has(genre) && reporters.length > 0)
    return `${reporters.slice(0, MOST_AUTHORS).join(', ')}${reporters.length > MOST_AUTHORS ? ', 等' : ''}`;
  if (place === null) return '';
  return place === '国务院' ? place : `${place}人民政府`;
}

/** [R] for the report itself; an article about one is [N] where its paper is known, else [Z]. */
const kindOf = ({ meta: { genre }, paper }: Cited): string =>
  PRESS.has(genre) ? `（${genre}）[${paper === null ? 'Z' : 'N'}]` : '[R]';

/** 周口市人民政府. 周口市政府工作报告[R]. 2025: 民生保障. */
function reference(cited: Cited): string {
  const { title, year, date } = cited.meta;
  const published = [cited.paper ?? '', date ?? (year === null ? '' : String(year))]
    .filter(Boolean)
    .join(', ');
  const place = [published, cited.sections.join('·')].filter(Boolean).join(': ');
  return [author(cited.meta), `${title}${kindOf(cited)}`, place].filter(Boolean).join('. ') + '.';
}

/**
 * Passages with sentence, report, year and section, as one pastes them into a document. `gbt7714` puts numbers at the
 * quotes and the numbered sources below, one source once.
 */
export function citePassages(
  passages: readonly { readonly report: DescribedReport; readonly range: Range }[],
  style: CitationStyle,
): string {
  const all = passages.map(({ report, range }) => citedPassage(report, range));
  if (style === 'official') return all.map(official).join('\n');
  const sources = [...new Set(all.map(reference))];
  const quotes = all.map((each) => `${words(each)}[${sources.indexOf(reference(each)) + 1}]`);
  return [...quotes, ...sources.map((source, index) => `[${index + 1}] ${source}`)].join('\n');
}
