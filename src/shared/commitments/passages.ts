import type { Range, Report } from '../report';
import type { Stated } from './act';
import { fold } from './fold';
import { pairAt } from './pairs';
import { isReview } from './where';

/** A clause of what a report says of the time gone by, with the quantities it states. */
export interface ReviewClause {
  /** The whole sentence, in the clean text. */
  readonly sentence: Range;
  readonly text: string;
  readonly stated: readonly Stated[];
  /** Whether it stands where the report speaks of what is still wanting. */
  readonly wanting: boolean;
}

/** The clauses of a review, found by the pairs of characters in them. */
export interface PassageIndex {
  readonly passages: readonly ReviewClause[];
  readonly postings: ReadonlyMap<number, readonly number[]>;
}

const WANTING =
  /清醒(?:地)?(?:看到|认识)|(?:困难|挑战|问题)和(?:困难|挑战|问题|不足)|存在.{0,12}(?:问题|不足|短板)/;

/** Cuts the review of a report into clauses; `results` are what the report states, in reading order. */
export function indexPassages(report: Report, results: readonly Stated[]): PassageIndex {
  const passages: ReviewClause[] = [];
  const postings = new Map<number, number[]>();
  let next = 0;
  for (const paragraph of report.paragraphs) {
    if (!isReview(report, paragraph) || paragraph.kind === 'title') continue;
    const wanting = WANTING.test(report.clean.slice(paragraph.range.start, paragraph.range.end));
    for (let index = paragraph.sentences.start; index < paragraph.sentences.end; index++) {
      const sentence = report.sentences[index]?.range;
      if (!sentence) continue;
      for (const clause of clausesOf(report.clean, sentence)) {
        while (startOf(results[next]) < clause.start) next++;
        const stated: Stated[] = [];
        while (startOf(results[next]) < clause.end) stated.push(results[next++] as Stated);
        const text = fold(report.clean.slice(clause.start, clause.end));
        post(postings, text, passages.length);
        passages.push({ sentence, text, stated, wanting });
      }
    }
  }
  return { passages, postings };
}

/** Enters a clause under each pair of characters it holds, once. */
function post(postings: Map<number, number[]>, text: string, index: number): void {
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = pairAt(text, at);
    const entered = postings.get(pair);
    if (!entered) postings.set(pair, [index]);
    else if (entered.at(-1) !== index) entered.push(index);
  }
}

const startOf = (one: Stated | undefined): number => one?.observation.range.start ?? Infinity;

function* clausesOf(clean: string, { start, end }: Range): Generator<Range> {
  let from = start;
  for (let at = start; at < end; at++) {
    if (!'，；。,;！？'.includes(clean.charAt(at)) || /\d[,，]\d/.test(clean.slice(at - 1, at + 2))) continue;
    yield { start: from, end: at + 1 };
    from = at + 1;
  }
  if (from < end) yield { start: from, end };
}

/** Words that stand in too many clauses to tell one thing from another. */
const WEAK =
  /新增|新建|改建|扩建|建设|建成|改造|完成|实施|推进|推动|开展|培育|打造|创建|提升|提高|达到|实现|加快|全面|力争|确保|支持|项目|工程|任务|工作|行动|全省|全市|全县|全区|全国|重点|各类|以上|数量|总量|总数|总额|规模|投资|增长|下降|降低|减少|增速|标准|水平|能力|企业|社会|发展/g;
const LIGHT = 0.3;

/** Tells how many characters of a run are of words that tell. */
export const strongLength = (run: string): number => run.replace(WEAK, '').length;

/** A passage and how much of what was asked for it holds, 0 to 1. */
export interface FoundClause {
  readonly passage: ReviewClause;
  readonly coverage: number;
}

/** The clauses that hold most of a name, best first; characters of rarer pairs count more. */
export function passagesOf(index: PassageIndex, name: string, limit: number): readonly FoundClause[] {
  const key = fold(name);
  if (key.length < 2) return [];
  const weights = weightsOf(key, index);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return likely(index, key, weights, 2 * limit)
    .map((at) => index.passages[at] as ReviewClause)
    .map((passage) => ({ passage, coverage: coveredBy(passage.text, key, weights) / total }))
    .sort((a, b) => b.coverage - a.coverage)
    .slice(0, limit);
}

/** The clauses that share most with a key, pair by pair; a first sieve, for which pairs found everywhere are no help. */
function likely(
  { passages, postings }: PassageIndex,
  key: string,
  weights: readonly number[],
  limit: number,
): readonly number[] {
  const scores = new Float64Array(passages.length);
  const touched: number[] = [];
  for (let i = 0; i + 1 < key.length; i++) {
    const weight = (weights[i] ?? 0) + (weights[i + 1] ?? 0);
    const entered = postings.get(pairAt(key, i)) ?? [];
    if (entered.length > EVERYWHERE * passages.length && entered.length > limit) continue;
    for (const index of entered) {
      if (scores[index] === 0) touched.push(index);
      scores[index] = (scores[index] ?? 0) + weight;
    }
  }
  return touched.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, limit);
}

const EVERYWHERE = 0.08;

/** The weight of the characters of a key that stand in a clause beside their neighbours. */
function coveredBy(text: string, key: string, weights: readonly number[]): number {
  let sum = 0;
  let before = false;
  for (let i = 0; i < key.length; i++) {
    const after = i + 1 < key.length && text.includes(key.slice(i, i + 2));
    if (before || after) sum += weights[i] ?? 0;
    before = after;
  }
  return sum;
}

function weightsOf(key: string, { passages, postings }: PassageIndex): readonly number[] {
  const scale = Math.log(2 + passages.length);
  const rarity = (at: number): number =>
    at < 0 || at + 1 >= key.length
      ? 0
      : Math.max(COMMON, 1 - Math.log(1 + (postings.get(pairAt(key, at))?.length ?? 0)) / scale);
  const weights = Array.from(key, (_, i) => Math.max(rarity(i - 1), rarity(i)));
  for (const { index, 0: word } of key.matchAll(WEAK))
    for (let i = index; i < index + word.length; i++) weights[i] = (weights[i] ?? 0) * LIGHT;
  return weights;
}

/** What a pair found in nearly every clause still counts for. */
const COMMON = 0.2;
