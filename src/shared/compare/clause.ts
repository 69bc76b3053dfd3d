import { rangeLength, type Range } from '../report';
import { isDigit } from '../text';
import { foldCode } from './fold';

/** Marks a clause may end at. 、 is not among them: a list stays whole. */
const ENDS = new Set([...'，,；;。！？!?：:'].map((char) => char.charCodeAt(0)));
const OPENERS = new Set([...'“‘（(《【「'].map((char) => char.charCodeAt(0)));
const CLOSERS = new Set([...'”’）)》】」'].map((char) => char.charCodeAt(0)));

/** A clause that opens so qualifies the one before it: 港口货物吞吐量5205万吨，增长27.5%，居全省第1位. */
const FOLLOW_ON =
  /^[\s“]*(?:同比|增长|增速|增幅|下降|居|位居|位列|稳居|排名|总数|累计|其中|均|较|占|比|达到|达|实现)/;

/** Counted in characters that carry meaning; anything shorter (一年来，) says nothing alone. */
const SHORTEST = 5;

/** A text without clause marks is cut anyway, after a 、 where there is one: a row has to fit on a page. */
const LONGEST = 240;

/**
 * Cuts a range at its clause marks into ranges that leave no character out. Marks inside quotes, brackets and
 * numbers do not cut; short and follow-on clauses stay with their neighbour.
 */
export function cutClauses(text: string, range: Range): readonly Range[] {
  const clauses: Range[] = [];
  let lastWeight = 0;
  for (const clause of cutAtMarks(text, range)) {
    const last = clauses.at(-1);
    const own = weight(text, clause);
    if (last && (Math.min(lastWeight, own) < SHORTEST || followsOn(text, clause, own))) {
      clauses[clauses.length - 1] = { start: last.start, end: clause.end };
      lastWeight += own;
    } else {
      clauses.push(clause);
      lastWeight = own;
    }
  }
  return clauses.flatMap((clause) => cutLong(text, clause));
}

function cutLong(text: string, { start, end }: Range): readonly Range[] {
  const cuts: Range[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const mark = text.lastIndexOf('、', from + LONGEST - 1);
    let at = mark > from ? mark + 1 : from + LONGEST;
    while (at > from + 1 && isUncut(text, at)) at -= 1;
    cuts.push({ start: from, end: at });
    from = at;
  }
  return [...cuts, { start: from, end }];
}

/** Tells whether a cut at an offset would part a number, or the halves of one character. */
const isUncut = (text: string, at: number): boolean =>
  /^(?:[\d０-９.．,，][\d０-９.．,，]|[\ud800-\udbff])/.test(text.slice(at - 1, at + 1));

const followsOn = (text: string, clause: Range, own: number): boolean =>
  own < 4 * SHORTEST && FOLLOW_ON.test(text.slice(clause.start, clause.start + 8));

function weight(text: string, { start, end }: Range): number {
  let count = 0;
  for (let at = start; at < end; at += 1) if (foldCode(text.charCodeAt(at)) !== 0) count += 1;
  return count;
}

function cutAtMarks(text: string, { start, end }: Range): readonly Range[] {
  const cuts: Range[] = [];
  let from = start;
  let depth = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (OPENERS.has(code)) depth += 1;
    else if (CLOSERS.has(code)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && ENDS.has(code) && !insideNumber(text, at)) {
      at = closersEnd(text, at + 1, end) - 1;
      cuts.push({ start: from, end: at + 1 });
      from = at + 1;
    }
  }
  return rangeLength({ start: from, end }) > 0 ? [...cuts, { start: from, end }] : cuts;
}

const insideNumber = (text: string, at: number): boolean =>
  isDigit(foldCode(text.charCodeAt(at - 1))) && isDigit(foldCode(text.charCodeAt(at + 1)));

/** Closing marks and spaces after a clause mark belong to the clause they close. */
function closersEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (CLOSERS.has(text.charCodeAt(at)) || /\s/.test(text.charAt(at)))) at += 1;
  return at;
}
