import type { Range, TextQuote } from '../report';
import { errorLimit, type Place } from './candidate';
import { leadingErrors, trailingErrors } from './distance';
import type { SoughtPassage } from './passage';

/** How well a place's surroundings agree with the stored ones. */
export interface Evidence {
  /** 0 to 1: share of the stored context that stands around the place, whatever was put in between. */
  readonly around: number;
  /** 0 to 1: the same for the context beyond the passage's own sentence. */
  readonly beyond: number;
  /** 0 to 1: how far the stored context stands unbroken at the place's edges. */
  readonly beside: number;
  /** The whole sentence stands here, with at most one character in ten different and no figure. */
  readonly sentence: boolean;
}

const GRAM = 4;

/** How much may have been inserted or dropped between a place and its context. */
const SLACK = 64;

/** An unbroken context of this length says as much as a longer one. */
const LONGEST_RUN = 16;

/** A shorter sentence (a tile, 各位代表！) stands in too many places to be one by itself. */
const SHORTEST_SENTENCE = 16;

export function evidenceFor(passage: SoughtPassage, text: string, place: Place): Evidence {
  return {
    around: contextAround(passage, text, place),
    beyond: contextBeyond(passage, text, place),
    beside: contextBeside(passage, text, place),
    sentence: sentenceStands(passage, text, place),
  };
}

type Context = Pick<TextQuote, 'prefix' | 'suffix'>;

/** Share of a context that stands around a place of a text, see `Evidence.around`. */
export function contextAround({ prefix, suffix }: Context, text: string, { start, end }: Range): number {
  const before = text.slice(Math.max(0, start - prefix.length - SLACK), start);
  const after = text.slice(end, end + suffix.length + SLACK);
  const left = standing(reversed(prefix), reversed(before));
  return weighted(left, prefix.length, standing(suffix, after), suffix.length);
}

/** The neighbouring sentences are looked for where the stored sentence would end, give or take the slack. */
function contextBeyond(
  { prefix, suffix, sentence }: SoughtPassage,
  text: string,
  { start, end }: Range,
): number {
  if (!sentence) return contextAround({ prefix, suffix }, text, { start, end });
  const { head, tail } = sentence;
  return contextAround(
    { prefix: prefix.slice(0, Math.max(0, prefix.length - head.length)), suffix: suffix.slice(tail.length) },
    text,
    { start: Math.max(0, start - head.length), end: Math.min(text.length, end + tail.length) },
  );
}

function contextBeside({ prefix, suffix }: Context, text: string, { start, end }: Range): number {
  const before = text.slice(Math.max(0, start - LONGEST_RUN), start);
  const left = commonRun(reversed(prefix), reversed(before));
  const right = commonRun(suffix, text.slice(end, end + LONGEST_RUN));
  return weighted(left, Math.min(prefix.length, LONGEST_RUN), right, Math.min(suffix.length, LONGEST_RUN));
}

/** A side without context (the text's own edge) says nothing for or against. */
const weighted = (left: number, leftWeight: number, right: number, rightWeight: number): number =>
  leftWeight + rightWeight === 0 ? 1 : (left * leftWeight + right * rightWeight) / (leftWeight + rightWeight);

/** Share of the context's characters that lie in a run of four found within reach of where it should be. */
function standing(context: string, window: string): number {
  const size = Math.min(GRAM, context.length);
  if (size === 0) return 0;
  let covered = 0;
  let reach = 0;
  for (let i = 0; i + size <= context.length; i += 1) {
    const at = window.indexOf(context.slice(i, i + size), Math.max(0, i - SLACK));
    if (at < 0 || at > i + SLACK) continue;
    covered += i + size - Math.max(reach, i);
    reach = i + size;
  }
  return covered / context.length;
}

function commonRun(context: string, text: string): number {
  const most = Math.min(context.length, LONGEST_RUN);
  let run = 0;
  while (run < most && context[run] === text[run]) run += 1;
  return most === 0 ? 0 : run / most;
}

const reversed = (text: string): string => text.split('').reverse().join('');

function sentenceStands(
  { quote, sentence }: SoughtPassage,
  text: string,
  { start, end, errors }: Place,
): boolean {
  if (!sentence) return false;
  const length = sentence.head.length + quote.length + sentence.tail.length;
  const limit = errorLimit(length);
  if (length < SHORTEST_SENTENCE || errors > limit) return false;
  const before = text.slice(Math.max(0, start - sentence.head.length - limit), start);
  const after = text.slice(end, end + sentence.tail.length + limit);
  return (
    errors + trailingErrors(sentence.head, before, limit) + leadingErrors(sentence.tail, after, limit) <=
    limit
  );
}

const FIGURE_AT_END = /[0-9.]+$/;
const FIGURE_AT_START = /^[0-9.%‰]+/;

/** False where the quote's edge lies in another number here: 8% found inside 18%. */
export function figuresHold(
  { quote, prefix, suffix }: SoughtPassage,
  text: string,
  { start, end }: Place,
): boolean {
  const same = (edge: RegExp, stored: string, here: string): boolean =>
    edge.exec(stored)?.[0] === edge.exec(here)?.[0];
  const opens =
    !/^[0-9.%‰]/.test(quote) || same(FIGURE_AT_END, prefix, text.slice(Math.max(0, start - 32), start));
  const closes = !/[0-9.]$/.test(quote) || same(FIGURE_AT_START, suffix, text.slice(end, end + 32));
  return opens && closes;
}
