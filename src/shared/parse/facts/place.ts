import { readFileName } from './file-name';
import { innermost, isPlaceName, PLACE_PATTERN } from './place-name';
import { foundIn, type Found } from './plain';

/** A place begins at the start of a line, after the year, or after 在 and the like; its own characters may be any. */
const BEFORE = '(?<=^|[\\s《“—:：，。（(]|\\d日|\\d年|代表|关于|[在由])(?!在|由|关于)';
const PATTERNS: readonly RegExp[] = [
  `${BEFORE}(${PLACE_PATTERN})(?:第|首)[一二三四五六七八九十\\d]{0,4}届?(?:人民代表大会|人大)`,
  `${BEFORE}(${PLACE_PATTERN})(?:\\d{4}年度?)?(?:人民)?政府工作报告`,
  `${BEFORE}(${PLACE_PATTERN})(?:关于)?(?:\\d{4}年度?)?(?:国民经济|(?:全[省市县区旗州]和?\\S{0,4}级)?(?:财政)?预算|统计公报|计划执行)`,
  `${BEFORE}(${PLACE_PATTERN})(?:人民政府|行政公署|统计局|财政局|财政厅|发展和改革|代?(?:省长|市长|区长|县长|旗长|州长|盟长|主席))`,
].map((source) => new RegExp(source, 'm'));
const REPRESENTS = new RegExp(`代表(${PLACE_PATTERN})(?:人民)?政府`);
const NATIONAL = /国务院总理|全国人民代表大会|代表国务院|^国务院政府工作报告|中华人民共和国\d{4}年国民经济/m;
/** Words of rank without a name: 我代表市人民政府, 全县. */
const NO_NAME =
  /^(?:本|我|全|各|该|省|市|县|区|旗|州|自治)(?:省|市|县|区|旗|州|自治区)?$|^(?:人民|各级|上级)|会议|大会|代表|工作|报告|政府/;

/** The place a report is of: from its head, its first words, the file's name, or the place it names over and over. */
export function findPlace(head: readonly string[], body: string, file: string): Found<string> | null {
  const all = head.join('\n');
  const national = NATIONAL.exec(all);
  if (national) return foundIn('国务院', national[0]);
  if (/(?:^|[/\\])国家_/.test(file))
    return { value: '国务院', basis: 'file-name', evidence: file, sure: true };
  for (const pattern of [...PATTERNS, REPRESENTS]) {
    const match = pattern.exec(all);
    if (match?.[1] !== undefined && !NO_NAME.test(match[1])) return foundIn(innermost(match[1]), match[0]);
  }
  return placeOfFile(file, all + body) ?? commonPlace(body);
}

/** The place in a file's name; a short one gets the rank by which the text calls itself (全县, 县长). */
function placeOfFile(file: string, text: string): Found<string> | null {
  const level = /(?:^|[/\\])(省级|市级|县级)_([\u4e00-\u9fff]+)/.exec(file);
  if (level?.[1] !== undefined && level[2] !== undefined)
    return {
      value: placeOfLevel(level[1], level[2], text),
      basis: 'file-name',
      evidence: file,
      sure: true,
    };
  const { place } = readFileName(file);
  if (place === null) return null;
  return {
    ...place,
    value: isPlaceName(place.value) ? innermost(place.value) : ranked(place.value, text),
  };
}

/** 保定博野 under 县级 is the city and the county. */
function placeOfLevel(level: string, name: string, text: string): string {
  if (level === '省级' || name.length <= 3) return name;
  const short = name.slice(2);
  return isPlaceName(short) ? short : ranked(short, text);
}

function ranked(short: string, text: string): string {
  const named = new RegExp(`${short}[市县区旗州盟省]`).exec(text)?.[0];
  if (named !== undefined) return named;
  const counts = [...'省市县区旗州盟'].map((rank) => ({
    rank,
    count: text.match(new RegExp(`全${rank}|我${rank}|${rank}(?:人民政府|长)`, 'g'))?.length ?? 0,
  }));
  const best = counts.sort((a, b) => b.count - a.count)[0];
  return best !== undefined && best.count > 0 ? short + best.rank : short;
}

const LEAST_NAMED = 3;

/** A city named over and over; a text that names several alike leaves the question open. */
function commonPlace(text: string): Found<string> | null {
  const counts = new Map<string, number>();
  for (const [, name] of text.matchAll(/(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2}市)(?!场|区|级|民|县|政府)/g))
    if (name !== undefined && !/[全我在各省本城]市$/.test(name))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= LEAST_NAMED && first[1] >= 2 * (second?.[1] ?? 0)
    ? foundIn(first[0], first[0], false)
    : null;
}
