import type { ParagraphKind } from '../report';
import type { Glyphs } from './glyphs';
import { isFinished } from './marks';
import { readNumbering } from './numbering';
import { openerSentence } from './openers';
import { isByline, isRoleHeading } from './phrases';
import { settleSpaces } from './spacing';
import { splitPackedTiles } from './tiles';
import type { UnwrappedLines } from './unwrap';

/** A paragraph of the clean text before it has a place in it. */
export interface ParagraphPiece {
  readonly glyphs: Glyphs;
  readonly kind: ParagraphKind;
  readonly depth: number;
  readonly hashes: number;
  readonly bullet: string | null;
  readonly joins: readonly number[];
  readonly cut: string | null;
}

const HEADING_LENGTH = 42;
const SIGN_HEADING_LENGTH = 26;
const MINOR_HEADING_LENGTH = 24;
const TILE_LENGTH = 40;
const LIST_TITLE_LENGTH = 16;
/** Spaces by which Markdown sets a list one level in. */
const LIST_INDENT = 2;

const textOf = (block: UnwrappedLines | undefined): string => block?.glyphs.text ?? '';
const isSign = (block: UnwrappedLines): boolean => block.bullet !== null && !/[-*+]/.test(block.bullet);
const hasStop = (text: string): boolean => /[，。；,;]/.test(text);
const isProse = (text: string): boolean => isFinished(text) && hasStop(text) && text.length >= 20;

/** Gives each block its kind, and divides lines that hold several tiles. */
export function readPieces(blocks: readonly UnwrappedLines[]): ParagraphPiece[] {
  const context = readContext(blocks);
  return blocks.flatMap((block, index) => {
    const kind = kindOf(block, index, context);
    const parts = kind === 'tile' || kind === 'prose' ? splitPackedTiles(block.glyphs) : null;
    if (parts === null || block.bullet !== null) return [pieceOf(block, block.glyphs, kind)];
    return parts.map(({ glyphs, tile }) => pieceOf(block, glyphs, tile ? 'tile' : 'prose'));
  });
}

function pieceOf(block: UnwrappedLines, glyphs: Glyphs, kind: ParagraphKind): ParagraphPiece {
  const depth =
    kind === 'item' ? 1 + Math.floor(block.indent / LIST_INDENT) * (block.bullet === null ? 0 : 1) : 0;
  const { hashes, bullet, joins, cut } = block;
  return { glyphs: settleSpaces(glyphs, kind), kind, depth, hashes, bullet, joins, cut };
}

interface Context {
  readonly blocks: readonly UnwrappedLines[];
  /** Index of the first block of the body; titles and by-lines stand before it. */
  readonly body: number;
  /** Signs that set headings apart: followed somewhere by prose without a sign. */
  readonly headingSigns: ReadonlySet<string>;
}

function readContext(blocks: readonly UnwrappedLines[]): Context {
  const body = blocks.findIndex(
    (block) =>
      /^各位代表/.test(textOf(block)) ||
      block.bullet !== null ||
      isRoleHeading(textOf(block)) ||
      readNumbering(textOf(block)) !== null ||
      (isProse(textOf(block)) && block.hashes === 0 && !isByline(textOf(block))),
  );
  const headingSigns = blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    const heads =
      isSignHeading(block) &&
      next !== undefined &&
      next.bullet === null &&
      next.hashes === 0 &&
      isProse(textOf(next));
    return heads && block.bullet !== null ? [block.bullet] : [];
  });
  return { blocks, body: body < 0 ? blocks.length : body, headingSigns: new Set(headingSigns) };
}

const isSignHeading = (block: UnwrappedLines): boolean =>
  isSign(block) &&
  block.glyphs.text.length <= SIGN_HEADING_LENGTH &&
  !hasStop(textOf(block)) &&
  !isFinished(textOf(block));

function kindOf(block: UnwrappedLines, index: number, context: Context): ParagraphKind {
  const text = textOf(block);
  if (isByline(text)) return 'byline';
  if (isTitle(block, index, context)) return 'title';
  if (block.hashes > 0) return /[\u4e00-\u9fff]{2}/.test(text) ? 'heading' : 'prose';
  if (block.bullet !== null) return kindOfBullet(block, context);
  if (isWholeHeading(text) || isRoleHeading(text) || isMinorHeading(block, index, context)) return 'heading';
  if (isOpenerHeading(text) || introducesList(text, textOf(context.blocks[index + 1]))) return 'heading';
  if (isTile(block)) return 'tile';
  return 'prose';
}

/** Everything before the body, and a Markdown heading with a subtitle (`——…`) wherever it stands. */
function isTitle(block: UnwrappedLines, index: number, { blocks, body }: Context): boolean {
  const text = textOf(block);
  if (index < body) return true;
  const subtitle = (candidate: string): boolean => /^[—–―]{1,2}/.test(candidate) && candidate.length <= 60;
  if (block.hashes === 0 || isRoleHeading(text)) return false;
  return subtitle(text) || subtitle(textOf(blocks[index + 1]));
}

function kindOfBullet(block: UnwrappedLines, { headingSigns }: Context): ParagraphKind {
  const text = textOf(block);
  if (isSignHeading(block) && headingSigns.has(block.bullet ?? '')) return 'heading';
  if (!isSign(block) && isWholeHeading(text)) return 'heading';
  return 'item';
}

/** A short numbered line, with or without a full stop at its end. */
function isWholeHeading(text: string): boolean {
  const number = readNumbering(text);
  if (number === null || number.style === 'circled' || text.length > HEADING_LENGTH) return false;
  if (!/[\u4e00-\u9fff]{2}/.test(text.slice(number.length))) return false;
  return !/[。；;!！]./.test(text) && !/[；;：:]$/.test(text);
}

/** A short bare line between finished prose and new prose. */
function isMinorHeading(block: UnwrappedLines, index: number, { blocks }: Context): boolean {
  const text = textOf(block);
  if (
    block.cut !== null ||
    text.length > MINOR_HEADING_LENGTH ||
    hasStop(text) ||
    isFinished(text) ||
    /\d/.test(text)
  )
    return false;
  const next = blocks[index + 1];
  const before = textOf(blocks[index - 1]);
  return isProse(textOf(next)) && next?.bullet === null && (isFinished(before) || isByline(before));
}

/** “这一年,我们聚焦项目、攻坚突破,高质量发展支撑更加坚实。” standing alone above its items. */
const isOpenerHeading = (text: string): boolean => openerSentence(text)?.length === text.length;

/** “办好十件实事。” just before `1.` */
const introducesList = (text: string, next: string): boolean =>
  text.length <= LIST_TITLE_LENGTH && /^[^，。；,;：:]+。$/.test(text) && /^1[.．、]/.test(next);

const isTile = (block: UnwrappedLines): boolean =>
  block.cut === null &&
  /\d/.test(textOf(block)) &&
  textOf(block).length <= TILE_LENGTH &&
  !isFinished(textOf(block));
