import type { Range } from '../../report';

const CLAUSE_END = /[，,；;。：:！？!?\n]/;

/** A clause's end, or that of an item of a list. */
const BREAK = /[，,；;。：:！？!?\n、]/;

/** Shorter clauses say too little by themselves, and the next one is added. */
const ENOUGH = 14;
const MOST = 44;

/**
 * The clauses around a term, within its sentence: from the mark before it to the first mark after it that leaves
 * something to read. A clause too long to quote is cut, between the items of its list where it has one.
 */
export function excerptOf(clean: string, sentence: Range, term: Range): Range {
  const start = cutStart(clean, clauseStart(clean, term.start, sentence.start), term.start);
  let end = clauseEnd(clean, term.end, sentence.end);
  while (end < sentence.end && end - start < ENOUGH) end = clauseEnd(clean, end + 1, sentence.end);
  return trim(clean, { start, end: Math.min(end, Math.max(term.end, start + MOST)) });
}

/** Tells whether a quotation begins or ends in the midst of a clause, and should say so. A paragraph's edge is no cut. */
export function isCut(
  clean: string,
  { start, end }: Range,
): { readonly before: boolean; readonly after: boolean } {
  const before = /[^ \t\u3000]?[ \t\u3000]*$/.exec(clean.slice(Math.max(0, start - 8), start))?.[0][0];
  const after = /^[ \t\u3000]*([^ \t\u3000]?)/.exec(clean.slice(end, end + 8))?.[1];
  const midst = (mark: string | undefined): boolean => mark !== undefined && mark !== '' && !BREAK.test(mark);
  return { before: midst(before), after: midst(after) && midst(clean[end - 1]) };
}

function cutStart(clean: string, start: number, term: number): number {
  const earliest = term - MOST / 2;
  if (start >= earliest) return start;
  const item = clean.indexOf('、', earliest);
  return item >= 0 && item < term ? item + 1 : earliest;
}

function clauseStart(clean: string, from: number, limit: number): number {
  let at = from;
  while (at > limit && !CLAUSE_END.test(clean.charAt(at - 1))) at -= 1;
  return at;
}

function clauseEnd(clean: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && !CLAUSE_END.test(clean.charAt(at))) at += 1;
  return Math.min(at, limit);
}

function trim(clean: string, { start, end }: Range): Range {
  const text = clean.slice(start, end);
  return {
    start: start + (text.length - text.trimStart().length),
    end: end - (text.length - text.trimEnd().length),
  };
}
