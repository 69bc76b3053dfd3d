/** How a near place differs from the term: 错一字, 少一字, 多一字, 颠倒. */
export type EditKind = 'wrong' | 'missing' | 'extra' | 'swapped';

/** One edit that makes the text at a place out of the term. Offsets are units. */
export interface Edit {
  readonly kind: EditKind;
  /** Where in the term: the unit concerned, the first of two that are swapped, or the one an extra unit precedes. */
  readonly at: number;
  /** Where in the text. */
  readonly textAt: number;
  /** The place in the text. */
  readonly start: number;
  readonly end: number;
}

/** How many units longer than the term the text is. */
const LONGER: Readonly<Record<EditKind, number>> = { wrong: 0, missing: -1, extra: 1, swapped: 0 };

/**
 * The one edit between a term and the text, where the term's first `intact` units stand at `start`; null where
 * no single edit will do, or none is needed. The first difference decides: any single edit can be moved there.
 */
export function editAfter(text: Uint16Array, start: number, term: Uint16Array, intact: number): Edit | null {
  let at = intact;
  while (at < term.length && text[start + at] === term[at]) at++;
  if (at === term.length) return null;
  const kind = kindAfter(text, start + at, term, at);
  return kind && { kind, at, textAt: start + at, start, end: start + term.length + LONGER[kind] };
}

function kindAfter(text: Uint16Array, textAt: number, term: Uint16Array, at: number): EditKind | null {
  const last = at === term.length - 1;
  if (text[textAt] === 0) return last ? 'missing' : null;
  if (last) return text[textAt + 1] === term[at] ? 'extra' : 'wrong';
  const next = text[textAt + 1];
  if (next === term[at]) {
    if (text[textAt] === term[at + 1] && goesOn(text, textAt + 2, term, at + 2)) return 'swapped';
    if (goesOn(text, textAt + 2, term, at + 1)) return 'extra';
  }
  if (next === term[at + 1] && goesOn(text, textAt + 2, term, at + 2)) return 'wrong';
  return goesOn(text, textAt, term, at + 1) ? 'missing' : null;
}

function goesOn(text: Uint16Array, textAt: number, term: Uint16Array, at: number): boolean {
  for (let i = at, t = textAt; i < term.length; i++, t++) if (text[t] !== term[i]) return false;
  return true;
}

/** The same, where the term's last `intact` units end at `end`: the last difference decides. */
export function editBefore(text: Uint16Array, end: number, term: Uint16Array, intact: number): Edit | null {
  const shift = end - term.length;
  let at = term.length - intact - 1;
  while (at >= 0 && text[shift + at] === term[at]) at--;
  if (at < 0) return null;
  const kind = kindBefore(text, shift + at, term, at);
  if (kind === null) return null;
  const start = shift - LONGER[kind];
  switch (kind) {
    case 'wrong':
      return { kind, at, textAt: shift + at, start, end };
    case 'swapped':
      return { kind, at: at - 1, textAt: shift + at - 1, start, end };
    case 'missing':
      return { kind, at, textAt: shift + at + 1, start, end };
    case 'extra':
      return { kind, at: at + 1, textAt: shift + at, start, end };
  }
}

function kindBefore(text: Uint16Array, textAt: number, term: Uint16Array, at: number): EditKind | null {
  if (text[textAt] === 0 || textAt < 0) return at === 0 ? 'missing' : null;
  if (at === 0) return text[textAt - 1] === term[0] ? 'extra' : 'wrong';
  const next = text[textAt - 1];
  if (next === term[at]) {
    if (text[textAt] === term[at - 1] && goesBack(text, textAt - 2, term, at - 2)) return 'swapped';
    if (goesBack(text, textAt - 2, term, at - 1)) return 'extra';
  }
  if (next === term[at - 1] && goesBack(text, textAt - 2, term, at - 2)) return 'wrong';
  return goesBack(text, textAt, term, at - 1) ? 'missing' : null;
}

function goesBack(text: Uint16Array, textAt: number, term: Uint16Array, at: number): boolean {
  for (let i = at, t = textAt; i >= 0; i--, t--) if (text[t] !== term[i]) return false;
  return true;
}
