import type { Range } from '../../report';

const CLAUSE_END = /[，,；;。：:！？!?\n]/;

/** Shorter clauses say too little by themselves, and the next one is added. */
const ENOUGH = 14;
const MOST = 44;

/**
 * The clauses around a term, within its sentence: from the mark before it to the first mark after it that leaves
 * something to read. A clause longer than a line or two is cut around the term.
 */
export function excerptOf(clean: string, sentence: Range, term: Range): Range {
  let start = term.start;
  while (start > sentence.start && !CLAUSE_END.test(clean.charAt(start - 1))) start -= 1;
  let end = clauseEnd(clean, term.end, sentence.end);
  while (end < sentence.end && end - start < ENOUGH) end = clauseEnd(clean, end + 1, sentence.end);
  return trim(clean, {
    start: Math.max(start, term.start - MOST / 2),
    end: Math.min(end, Math.max(term.end, Math.max(start, term.start - MOST / 2) + MOST)),
  });
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
