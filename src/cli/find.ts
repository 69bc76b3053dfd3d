import type { Fault } from '../shared/fault';
import { rangeToRaw } from '../shared/parse';
import type { Range, Report } from '../shared/report';
import type { Aside, Hit, NearHit, NearMatch } from '../shared/search';
import { createIndex, differenceLabel, excerptOf, parseQuery, passagesOf, search } from '../shared/search';
import { loadReports } from './library';
import { readOptions } from './options';
import { EXIT, print, printFaults, printJson } from './output';

export const findUsage = `用法：duidu find [选项] <查询> [文件|文件夹|报告名]…

每处一行 JSON：report、start、end（原文里的位置，按 UTF-16 计）、excerpt。
查询：空格并且，| 或 OR 或者，-词 排除，引号内为词组；8% 也找百分之八，5%—6% 也找 5%～6%。不写文件就查自带的五份报告。

  --near       也列近似（差一个字、同音字）、别称（GDP 即生产总值）和更长的数的一部分（4.8% 里的 8%），每处注明
  --dir 文件夹  查文件夹里的报告
  --json       输出一个 JSON：total、hits、near、part、alias，代替逐行输出
查询以减号开头时，前面加 --。`;

const OPTIONS = {
  near: { type: 'boolean' },
  json: { type: 'boolean' },
  dir: { type: 'string', multiple: true },
} as const;

/** Prints every place that answers a query, best first; exact ones before near ones. */
export async function runFind(args: readonly string[]): Promise<number> {
  const options = readOptions(args, OPTIONS);
  if (!options.ok) return misused(options.fault);
  const { values, positionals } = options.value;
  const [source = '', ...paths] = positionals;
  const query = parseQuery(source);
  if (query.all.length === 0) return misused(nothingAsked(source, query.notices));
  const { reports, faults } = await loadReports([...paths, ...(values.dir ?? [])]);
  const {
    total,
    hits,
    near,
    part,
    alias,
    query: asked,
  } = search(createIndex(reports.flatMap(passagesOf)), query, {
    near: values.near === true,
    limit: Infinity,
    nearLimit: Infinity,
  });
  const raw = rawPlaces(reports);
  const exactPlaces = hits.flatMap((hit) => placesOf(hit, raw));
  const nearPlaces = (near?.hits ?? []).flatMap((hit) => nearPlacesOf(hit, raw));
  const partPlaces = part.hits.flatMap((hit) => namedPlacesOf(hit, raw, 'part'));
  const aliasPlaces = alias.hits.flatMap((hit) => namedPlacesOf(hit, raw, 'alias'));
  if (values.json === true) {
    await printJson({
      query: source,
      total,
      hits: exactPlaces,
      near: near && { total: near.total, hits: nearPlaces },
      part: { total: part.total, hits: partPlaces },
      alias: { total: alias.total, hits: aliasPlaces },
    });
  } else {
    const asides = values.near === true ? [...aliasPlaces, ...nearPlaces, ...partPlaces] : [];
    const lines = [...exactPlaces, ...asides].map((place) => JSON.stringify(place));
    if (lines.length > 0) await print(lines.join('\n'));
  }
  const apart = values.near === true || values.json === true ? [] : asideNotices(part.total.matches, alias);
  for (const notice of [...asked.notices, ...apart]) process.stderr.write(`提示：${notice}\n`);
  printFaults(faults);
  return faults.length === 0 ? EXIT.done : EXIT.failed;
}

function misused(fault: Fault): number {
  printFaults([fault]);
  return EXIT.misused;
}

const nothingAsked = (source: string, [notice]: readonly string[]): Fault => ({
  code: 'query-empty',
  subject: source.trim() === '' ? '查询' : source,
  reason: notice === undefined ? '没有要找的字' : '没有要找的词，只有要排除的',
  remedy: '请写一个词，例如：duidu find 高新技术企业。',
});

type ToRaw = (report: string, range: Range) => Range;

function rawPlaces(reports: readonly Report[]): ToRaw {
  const byId = new Map(reports.map((report) => [report.id, report]));
  return (id, range) => {
    const report = byId.get(id);
    return report ? rangeToRaw(report, range) : range;
  };
}

const placesOf = ({ passage, matches }: Hit, raw: ToRaw) =>
  matches.map(({ range }) => {
    const inPassage = { start: range.start - passage.start, end: range.end - passage.start };
    return {
      report: passage.report,
      ...raw(passage.report, range),
      excerpt: excerptOf(passage.text, [inPassage]).text,
    };
  });

const nearPlacesOf = (hit: NearHit, raw: ToRaw) =>
  placesOf(hit, raw).map((place, at) => ({ ...place, ...describe(hit.matches[at]) }));

/** Places with the words that stand there, under the name of their group. */
const namedPlacesOf = (hit: Hit, raw: ToRaw, group: 'part' | 'alias') =>
  placesOf(hit, raw).map((place, at) => {
    const { start = 0, end = 0 } = hit.matches[at]?.range ?? {};
    return { ...place, [group]: hit.passage.text.slice(start - hit.passage.start, end - hit.passage.start) };
  });

const asideNotices = (parts: number, { total }: Aside): readonly string[] => [
  ...(parts > 0 ? [`另有 ${parts} 处是更长的数的一部分，用 --near 列出。`] : []),
  ...(total.matches > 0 ? [`用别的说法写的有 ${total.matches} 处，用 --near 列出。`] : []),
];

const describe = (match: NearMatch | undefined) =>
  match && match.differences.length > 0 ? { near: match.differences.map(differenceLabel).join('，') } : {};
