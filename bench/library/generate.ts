import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseReport } from '../../src/shared/parse';
import type { Report } from '../../src/shared/report';
import { pick, seeded, whole, type Random } from '../search/random';

const BUNDLED = resolve(import.meta.dirname, '../../resources/reports');

/** Characters of an ordinary report of a county. */
const LENGTH = 20_000;
const YEARS = 20;
const LAST_YEAR = 2025;
const FIRSTS = '东西南北上中新古平安长清永和丰宁兴石金青';
const SECONDS = '河山川江源水林原丘陵州城阳岭泉溪湖塘坪桥';
const KINDS = ['县', '市', '区'];
const HEADINGS = [
  '一、过去一年工作回顾',
  '二、当前形势和总体要求',
  '三、今年重点工作',
  '四、加强政府自身建设',
];

/** A generated report: where it is kept, and its text. */
export interface GeneratedReport {
  readonly name: string;
  readonly text: string;
}

/** The place with this number; 1,200 of them are different. */
function placeOf(index: number): string {
  const first = FIRSTS.charAt(index % FIRSTS.length);
  const second = SECONDS.charAt(Math.floor(index / FIRSTS.length) % SECONDS.length);
  return `${first}${second}${KINDS[Math.floor(index / (FIRSTS.length * SECONDS.length)) % KINDS.length] ?? '县'}`;
}

/** The paragraphs of the bundled reports, which every generated one is made of. */
const prose = ({ clean, paragraphs }: Report): readonly string[] =>
  paragraphs
    .filter(({ kind, range }) => kind === 'prose' && range.end - range.start > 30)
    .map(({ range }) => clean.slice(range.start, range.end));

const readBundled = (): readonly string[] =>
  readdirSync(BUNDLED)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => prose(parseReport({ id: name, raw: readFileSync(join(BUNDLED, name), 'utf8') })));

/** Another number of the same make: as many decimals, within a third of the printed one; years move with the report's. */
const renumbered = (text: string, shift: number, random: Random): string =>
  text.replace(/\d+(?:\.\d+)?/g, (printed) => {
    if (/^20[0-3]\d$/.test(printed)) return String(Number(printed) + shift);
    const decimals = printed.split('.')[1]?.length ?? 0;
    return (Number(printed) * (0.7 + random() * 0.6)).toFixed(decimals);
  });

/**
 * Generates reports of places × years by seed: paragraphs of the bundled texts in another order, with other numbers,
 * years and names. One place has 20 years in a row; the last may have fewer.
 */
export function* generateReports(count: number, seed: number): Generator<GeneratedReport> {
  const random = seeded(seed);
  const paragraphs = readBundled();
  for (let at = 0; at < count; at += 1) {
    const place = placeOf(Math.floor(at / YEARS));
    const year = LAST_YEAR - (at % YEARS);
    const parts = HEADINGS.map((heading) => `${heading}\n${section(paragraphs, { place, year, random })}`);
    const head = `${place}政府工作报告\n——${year}年2月${1 + whole(random, 27)}日在${place}人民代表大会会议上\n各位代表：`;
    yield { name: `${place}_${year}.txt`, text: `${head}\n${parts.join('\n')}\n` };
  }
}

interface Setting {
  readonly place: string;
  readonly year: number;
  readonly random: Random;
}

function section(paragraphs: readonly string[], { place, year, random }: Setting): string {
  const lines: string[] = [];
  for (let length = 0; length < LENGTH / HEADINGS.length; length += lines.at(-1)?.length ?? LENGTH) {
    const own = pick(random, paragraphs).replaceAll(/周口市|川汇区/g, place);
    lines.push(renumbered(own, year - 2024, random));
  }
  return lines.join('\n');
}

/** Writes a generated library into a folder and answers its characters. */
export function writeLibrary(folder: string, count: number, seed: number): number {
  mkdirSync(folder, { recursive: true });
  let characters = 0;
  for (const { name, text } of generateReports(count, seed)) {
    writeFileSync(join(folder, name), text);
    characters += text.length;
  }
  return characters;
}
