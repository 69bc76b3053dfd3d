import type { Genre, ReportMeta, Section, Source } from '../report';
import type { Piece } from './pieces';

/** Facts a catalog or a reader knows better than the text. */
export type KnownFacts = Partial<Pick<ReportMeta, 'title' | 'place' | 'year' | 'genre'>>;

const NUMERALS = '〇一二三四五六七八九';
const OFFICES = '(?:省长|市长|区长|县长|旗长|州长|主席|总理|盟长)';

/** Full-width and Chinese year digits made plain: １９９０年 and 二〇二四年 give 1990年 and 2024年. */
const plainYears = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, (year) =>
      [...year].map((digit) => NUMERALS.indexOf(/[○零]/.test(digit) ? '〇' : digit)).join(''),
    );

const textsOf = (pieces: readonly Piece[], ...kinds: readonly Piece['kind'][]): string[] =>
  pieces.filter(({ kind }) => kinds.includes(kind)).map(({ glyphs }) => plainYears(glyphs.text));

function findDate(front: readonly string[]): string | null {
  for (const text of front) {
    const match = /(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(text);
    if (match && /代表大会|会议|^[（(][^，。]*[）)]$/.test(text) && !/[，。]/.test(text))
      return `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
  }
  return null;
}

function findYear(
  pieces: readonly Piece[],
  front: readonly string[],
  id: string,
  date: string | null,
): number | null {
  const headings = textsOf(pieces, 'heading');
  const search = (texts: readonly string[], pattern: RegExp, add = 0): number | null => {
    const match = texts.map((text) => pattern.exec(text)?.[1]).find((year) => year !== undefined);
    return match === undefined ? null : Number(match) + add;
  };
  return (
    (date === null ? null : Number(date.slice(0, 4))) ??
    search(headings, /(\d{4})年.{0,10}(?:总体要求|重点工作|工作安排|主要目标|主要任务|工作任务|预期目标)/) ??
    search(headings, /(\d{4})年.{0,6}工作.{0,4}回顾/, 1) ??
    search(front, /(\d{4})年.{0,24}(?:工作报告|回顾)/) ??
    search([id], /((?:19|20)\d{2})/)
  );
}

/** Characters a place name has none of are kept out, so that 龚正市长在上海市 gives 上海市. */
const NAME = '(?:(?![在日年表会上届])[\\u4e00-\\u9fff])';
const PLACE = `${NAME}{2,8}?(?:省|自治区|市|区|县|旗|州)`;
const PLACE_PATTERNS: readonly RegExp[] = [
  new RegExp(`(${PLACE})(?:第|首).{1,4}届人民代表大会`),
  new RegExp(`(${PLACE})(?:\\d{4}年)?(?:人民)?政府工作报告`),
  new RegExp(`(${PLACE})(?:人民政府|代?(?:省长|市长|区长|县长|主席))`),
];

function findPlace(front: readonly string[], body: string, id: string): string | null {
  const all = front.join('\n');
  if (/国务院总理|全国人民代表大会/.test(all) || /^国家_/.test(id)) return '国务院';
  const named = PLACE_PATTERNS.map((pattern) => pattern.exec(all)?.[1]).find((place) => place !== undefined);
  return innermost(named) ?? placeOfId(id, all + body) ?? commonPlace(body);
}

/** 保定市徐水区 gives 徐水区, as the report calls itself. */
const innermost = (place: string | undefined): string | null =>
  place === undefined ? null : (/^.{2,}?[省市](.{2,}[县区旗市])$/.exec(place)?.[1] ?? place);

/** `县级_保定博野_2021` with 博野县 in the text gives 博野县. */
function placeOfId(id: string, text: string): string | null {
  const [, level, name] = /^(省级|市级|县级)_([\u4e00-\u9fff]+)/.exec(id) ?? [];
  if (level === undefined || name === undefined) return null;
  if (level === '省级' || name.length <= 3) return name;
  const short = name.slice(2);
  if (/[县区旗市]$/.test(short)) return short;
  const rank = [...'县区旗'].find((level) => text.includes(`全${level}`)) ?? '市';
  return new RegExp(`${short}[县区市旗]`).exec(text)?.[0] ?? short + rank;
}

/** A place named over and over with its rank; a text that names several alike leaves the question open. */
function commonPlace(text: string): string | null {
  const counts = new Map<string, number>();
  for (const [, name] of text.matchAll(/(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2}市)(?!场|区|级|民|县|政府)/g))
    if (name !== undefined && !/[全我在各省本城]市$/.test(name))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= 3 && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : null;
}

const OFFICE = `(?:${NAME}{2,10}(?:省|自治区|市|区|县|旗|州)|自治区)?(?:人民政府|政府|国务院)?(?:代理|代|副)?${OFFICES}`;
const SPEAKER_PATTERNS: readonly RegExp[] = [
  new RegExp(`^(?:——)?(${OFFICE})\\s*([\\u4e00-\\u9fff·]{1,3}\\s?[\\u4e00-\\u9fff·]{1,6})$`),
  new RegExp(`^报告人[：:]\\s*(${OFFICE})?\\s*([\\u4e00-\\u9fff·]{2,4})$`),
  new RegExp(`(?:[日上会]|^)(${OFFICE})\\s*([\\u4e00-\\u9fff]{2,4}?)(?:同志|在|作|代表|$)`),
];

function findSpeaker(front: readonly string[]): ReportMeta['speaker'] {
  for (const pattern of SPEAKER_PATTERNS)
    for (const text of front) {
      const [matched, office, name] = pattern.exec(text) ?? [];
      if (matched !== undefined && name !== undefined)
        return { name: name.replace(/\s/g, ''), office: office?.replace(/\s/g, '') ?? null };
    }
  return null;
}

function findReporters(bylines: readonly string[]): string[] {
  const names = bylines.flatMap((text) => (/记者\s*([^）)]*)/.exec(text)?.[1] ?? '').split(/[\s、]+/));
  return [...new Set(names.filter((name) => /^[\u4e00-\u9fff·]{2,4}$/.test(name) && name !== '整理'))];
}

const FULL_LENGTH = 6000;

function findGenre(titles: readonly string[], pieces: readonly Piece[], length: number): Genre {
  const title = titles.join('');
  if (/解读|看点|图解/.test(title)) return '解读';
  const addressed = pieces.some(({ glyphs }) => /^各位代表/.test(glyphs.text));
  if (addressed || length >= FULL_LENGTH * 2) return '全文';
  if (/回顾|综述|亮点|纪实/.test(title)) return '综述';
  return length >= FULL_LENGTH && /工作报告/.test(title) ? '全文' : '摘编';
}

/** What the text says of itself, before its sections are known. `known` goes before anything inferred. */
export function readFacts({ id }: Source, pieces: readonly Piece[], known: KnownFacts) {
  const titles = textsOf(pieces, 'title');
  const bylines = textsOf(pieces, 'byline');
  const opening = pieces.slice(0, 12).map(({ glyphs }) => plainYears(glyphs.text).slice(0, 60));
  const front = [...titles, ...bylines, ...opening];
  const body = pieces.map(({ glyphs }) => glyphs.text).join('\n');
  const date = findDate(front);
  const year = known.year ?? findYear(pieces, front, id, date);
  const facts = {
    id,
    title: known.title ?? pickTitle([...titles, ...bylines], titles) ?? id,
    place: known.place ?? findPlace(front, body, id),
    year,
    date,
    genre: known.genre ?? findGenre(titles, pieces, body.length),
    speaker: findSpeaker(front),
    reporters: findReporters(bylines),
  };
  return { facts, years: { year, reviewed: reviewedYear(titles) ?? (year === null ? null : year - 1) } };
}

/** “——2022年全市经济社会发展亮点回顾” names the year it looks back on. */
function reviewedYear(titles: readonly string[]): number | null {
  const year = titles
    .map((title) => /(\d{4})年.*(?:回顾|综述|亮点)/.exec(title)?.[1])
    .find((found) => found !== undefined);
  return year === undefined ? null : Number(year);
}

/** The line that says it is a government's report, else the first that is no subtitle; a subtitle run on to it is cut off. */
function pickTitle(front: readonly string[], titles: readonly string[]): string | undefined {
  const plain = front.map((text) =>
    text
      .replace(/^标题[：:]/, '')
      .replace(/\s*[—–―]{1,2}\s*\d{4}年.*$/, '')
      .trim(),
  );
  const short = plain.filter((text) => text.length <= 40 && !/[。，；]/.test(text));
  const report =
    short.find((text) => /政府工作报告$/.test(text)) ?? short.find((text) => /工作报告$/.test(text));
  return report ?? titles.find((title) => title.length >= 4 && !/^[—–―(（]/.test(title));
}

/** Periods of the outermost sections by role: reviews newest first, plans in order. */
export function readPeriods(sections: readonly Section[]): Pick<ReportMeta, 'reviews' | 'plans'> {
  const of = (roles: readonly string[]): string[] => [
    ...new Set(
      sections.flatMap(({ role, period }) => (period !== null && roles.includes(role) ? [period] : [])),
    ),
  ];
  const end = (period: string): string => period.slice(-4);
  const reviews = of(['review', 'five-year']);
  return {
    reviews: reviews.sort((a, b) => end(b).localeCompare(end(a)) || a.length - b.length),
    plans: of(['plan', 'targets', 'requirements', 'livelihood']).sort(),
  };
}
