import type { Range, Role } from '../report';
import type { Numbering } from './numbering';
import { readNumbering } from './numbering';
import { openerSentence } from './openers';
import type { ParagraphPiece } from './pieces';

/** A heading found in a piece, before its place in the outline is known. */
export interface Heading {
  /** The words without number and final mark, in the piece's text. */
  readonly range: Range;
  readonly text: string;
  readonly numbering: Numbering | null;
  readonly runIn: boolean;
  /** The smaller, the further out. Only the order counts. */
  readonly rank: number;
  /** A role that the words themselves tell, against that of the parent. */
  readonly role: Role | null;
}

/** Ranks of headings; a Markdown heading of n signs has the rank n × 10. */
export const RANK = {
  main: 20,
  minor: 25,
  bracket: 30,
  opener: 35,
  arabic: 40,
  sign: 45,
  short: 50,
  inner: 60,
} as const;

const RUN_IN_LENGTH = 48;
const SHORT_RUN_IN = /^[^，。；,;：:、\d“”]{4,16}。(?=.)/;
const TARGETS =
  /^(?:今年|全年|\d{4}年|[^，。：:]{0,16}的)?(?:经济社会发展)?(?:的)?((?:主要)?(?:预期|奋斗|发展)?目标)(?:是|为|[：:])/;

const withoutStop = (text: string): string => text.replace(/[。！!]$/, '');

const rankOf = ({ hashes, bullet, glyphs }: ParagraphPiece, numbering: Numbering | null): number => {
  if (hashes > 0) return hashes * 10;
  switch (numbering?.style) {
    case 'part':
      return RANK.main - 5;
    case 'chinese':
      return RANK.main;
    case 'chinese-bracket':
      return RANK.bracket;
    case 'arabic':
    case 'bare':
      return RANK.arabic;
    case 'arabic-bracket':
    case 'circled':
      return RANK.inner;
    case undefined:
      if (openerSentence(glyphs.text) !== null) return RANK.opener;
      return bullet === null ? RANK.minor : RANK.sign;
  }
};

function build(start: number, words: string, runIn: boolean, extra?: Partial<Heading>): Heading {
  const text = withoutStop(words);
  const range = { start, end: start + text.length };
  return { range, text, numbering: null, runIn, rank: RANK.short, role: null, ...extra };
}

/** The heading a piece is or opens with, or null. Short opening sentences are read separately, since only company proves them. */
export function readHeading(piece: ParagraphPiece, isMain: (text: string) => boolean): Heading | null {
  const { text } = piece.glyphs;
  const numbering = readNumbering(text);
  const start = numbering?.length ?? 0;
  if (piece.kind === 'heading') {
    const whole = piece.hashes === 0 && numbering === null && piece.bullet === null;
    const rank =
      whole && isMain(text)
        ? RANK.main
        : whole && /。$/.test(text) && text.length <= 17
          ? RANK.short
          : rankOf(piece, numbering);
    return build(start, text.slice(start), false, { numbering, rank });
  }
  if (piece.kind !== 'prose' && !(piece.kind === 'item' && numbering !== null)) return null;
  const opener = openerSentence(text);
  if (opener !== null) return build(0, opener, true, { rank: RANK.opener });
  if (numbering !== null) return readNumberedRunIn(piece, numbering, start);
  const target = TARGETS.exec(text);
  if (target?.[1]) return build(target[0].lastIndexOf(target[1]), target[1], true, { role: 'targets' });
  return null;
}

function readNumberedRunIn(piece: ParagraphPiece, numbering: Numbering, start: number): Heading | null {
  const sentence = /^[^。！；;]+[。！]/.exec(piece.glyphs.text.slice(start))?.[0];
  if (sentence === undefined || sentence.length > RUN_IN_LENGTH) return null;
  const runIn = start + sentence.length < piece.glyphs.text.length;
  return build(start, sentence, runIn, { numbering, rank: rankOf(piece, numbering) });
}

/** “推进城区经济繁荣。全力推进…”: a few words with a full stop before the prose they head, or null. */
export function readShortRunIn(piece: ParagraphPiece): Heading | null {
  const sentence = piece.kind === 'prose' ? SHORT_RUN_IN.exec(piece.glyphs.text)?.[0] : undefined;
  return sentence === undefined ? null : build(0, sentence, true);
}

/** A closing call to the delegates parts what was said from what follows. */
export const isAddress = (piece: ParagraphPiece): boolean =>
  piece.kind === 'prose' && /^各位代表[！!：:]/.test(piece.glyphs.text);
