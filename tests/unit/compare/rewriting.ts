import { readFileSync } from 'node:fs';
import { parseReport } from '../../../src/shared/parse';
import type { Report } from '../../../src/shared/report';

const rawOf = (id: string): string =>
  readFileSync(new URL(`../../../resources/reports/${id}.txt`, import.meta.url), 'utf8');

export const readReport = (id: string): Report => parseReport({ id, raw: rawOf(id) });

/** A report with one paragraph a line: a speech without its hard wraps, a list without its bold figures. */
function plainLines(id: string): readonly string[] {
  const raw = rawOf(id);
  if (!raw.includes('**')) return readReport(id).clean.split('\n');
  return raw
    .replaceAll('**', '')
    .split('\n')
    .map((line) => line.trimEnd().replace(/(?<=[^\s#-]) (?=\S)/g, ''));
}

/** What was done to a report, by the words that tell where: each stands once in the text it is of. */
export interface Rewriting {
  readonly left: Report;
  readonly right: Report;
  /** A sentence and what it became. */
  readonly edits: readonly (readonly [string, string])[];
  /** Lines that stand elsewhere in the right report, unchanged. */
  readonly moves: readonly string[];
  readonly dropped: readonly string[];
  readonly added: readonly string[];
}

/** Small, fast and seeded: the same seed gives the same rewriting on every machine. */
function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const SYNONYMS: readonly (readonly [string, string])[] = [
  ['推进', '狠抓'],
  ['加快', '着手'],
  ['实施', '组织'],
  ['提升', '改进'],
  ['强化', '抓牢'],
  ['建设', '打造'],
  ['完善', '理顺'],
  ['开展', '办好'],
  ['支持', '扶助'],
  ['培育', '养成'],
];

const NEW_SENTENCES: readonly string[] = [
  '筹办一场面向海外侨胞的古琴雅集，遴选乡贤担任荣誉馆长。',
  '试点无人机巡护候鸟越冬湿地，布设声纹监测点。',
  '为独居老人免费安装跌倒报警手环，夜间由志愿者轮值响应。',
  '编纂方言口述档案，录制渔鼓与坠子名家唱段。',
  '开通夜班公交环线，末班车延至凌晨。',
];

/** Lines that are no heading and long enough to be known again. */
const isBody = (line: string): boolean =>
  line.length >= 24 &&
  !/^[#一二三四五六七八九十（]/.test(line) &&
  (/[。；]$/.test(line) || line.includes('- '));

const withoutBullet = (line: string): string => line.replace(/^\s*- /, '');

/** The text before it is rewritten, parsed once for all seeds. */
export interface Base {
  readonly lines: readonly string[];
  readonly report: Report;
}

export function makeBase(id: string): Base {
  const lines = plainLines(id);
  return { lines, report: parseReport({ id: 'left', raw: lines.join('\n') }) };
}

/** Rewrites a report by seed: a few of each kind, never two in one line, so that what happened is known. */
export function rewriteReport(base: Base, seed: number): Rewriting {
  const random = randomOf(seed);
  const lines = [...base.lines];
  const left = lines.join('\n');
  const once = (text: string): boolean => left.split(text).length === 2;
  const body = lines.filter((line) => isBody(line) && once(line));
  const take = (): string | undefined =>
    body.length > 0 ? body.splice(random(body.length), 1)[0] : undefined;
  const edits: (readonly [string, string])[] = [];
  const dropped: string[] = [];
  const added: string[] = [];
  const replace = (line: string, by: readonly string[]): void =>
    void lines.splice(lines.indexOf(line), 1, ...by);
  for (let count = 0; count < 4; count += 1) {
    const line = take();
    const sentence = line && pickSentence(line, random);
    const edited = sentence && once(sentence) && editSentence(sentence, random);
    if (!line || !edited || edited === sentence || left.includes(edited)) continue;
    replace(line, [line.replace(sentence, edited)]);
    edits.push([sentence, edited]);
  }
  for (let count = 0; count < 2; count += 1) {
    const line = take();
    const sentence = line && pickSentence(line, random);
    if (!line || !sentence || !once(sentence)) continue;
    replace(line, withoutBullet(line) === sentence ? [] : [line.replace(sentence, '')]);
    dropped.push(sentence);
  }
  for (let count = 0; count < 2; count += 1) {
    const line = take();
    const sentence = NEW_SENTENCES[random(NEW_SENTENCES.length)];
    if (!line || !sentence || added.includes(sentence)) continue;
    replace(line, [`${line}${/[。；]$/.test(line) ? '' : '。'}${sentence}`]);
    added.push(sentence);
  }
  const moves = moveLines(lines, take);
  return {
    left: base.report,
    right: parseReport({ id: 'right', raw: lines.join('\n') }),
    edits,
    moves,
    dropped,
    added,
  };
}

/** Takes a line out and puts it behind another at least eight lines away. */
function moveLines(lines: string[], take: () => string | undefined): readonly string[] {
  const moves: string[] = [];
  for (let count = 0; count < 2; count += 1) {
    const line = take();
    const target = take();
    if (!line || !target) continue;
    const [from, to] = [lines.indexOf(line), lines.indexOf(target)];
    if (Math.abs(from - to) < 8) continue;
    lines.splice(from, 1);
    lines.splice(lines.indexOf(target) + 1, 0, line);
    moves.push(withoutBullet(line));
  }
  return moves;
}

function pickSentence(line: string, random: (below: number) => number): string | undefined {
  const sentences = withoutBullet(line)
    .split(/(?<=。)/)
    .filter((sentence) => sentence.length >= 14);
  return sentences[random(Math.max(1, sentences.length))];
}

/** One word or one number of a sentence becomes another. */
function editSentence(sentence: string, random: (below: number) => number): string {
  const [word, other] = SYNONYMS.find(([from]) => sentence.includes(from)) ?? ['', ''];
  const number = /\d+/.exec(sentence)?.[0];
  if (number !== undefined && (word === '' || random(2) === 0))
    return sentence.replace(number, `${Number(number) + 7}`);
  return word === '' ? sentence : sentence.replace(word, other);
}
