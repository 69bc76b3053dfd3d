import type { Role } from '../report';
import { RANK } from './headings';
import type { Draft, Outline } from './outline';
import type { ParagraphPiece } from './pieces';

/** Paragraphs set under a section to which they do not belong: they repeat what another part of the report says. */
export interface Stray {
  readonly first: number;
  /** Index of the last piece. */
  readonly last: number;
  /** Role of the part whose words they repeat. */
  readonly role: Role;
}

const TARGET_TILES = 3;
const LEAST_FOUND = 2;
const LEAST_LENGTH = 6;
const OPENING_LENGTH = 4;
const DONORS: readonly Role[] = ['review', 'five-year', 'targets', 'plan'];

/** Gives tiles of targets and stray paragraphs sections of their own, so that role and period are theirs. */
export function placeStrays(
  pieces: readonly ParagraphPiece[],
  outline: Outline,
): { outline: Outline; strays: readonly Stray[] } {
  const settled = targetTiles(pieces, outline);
  const strays = findStrays(pieces, settled);
  const insert = (current: Outline, { first, last, role }: Stray): Outline =>
    insertDraft(current, { first, last, parent: null, role });
  return { outline: strays.reduce(insert, settled), strays };
}

/** Tiles under the general requirements state the year's targets. */
function targetTiles(pieces: readonly ParagraphPiece[], outline: Outline): Outline {
  let current = outline;
  for (let index = 0; index < pieces.length;) {
    const section = current.sectionOf[index] as number;
    let end = index;
    while (pieces[end]?.kind === 'tile' && current.sectionOf[end] === section) end += 1;
    if (end - index >= TARGET_TILES && current.drafts[section]?.role === 'requirements')
      current = insertDraft(current, {
        first: index,
        last: end - 1,
        parent: section,
        role: 'targets',
      });
    index = Math.max(end, index + 1);
  }
  return current;
}

/** Pieces first..last that make a section of their own. */
interface Inserted {
  readonly first: number;
  readonly last: number;
  readonly parent: number | null;
  readonly role: Role;
}

/** Adds a draft, in reading order among the others. */
function insertDraft({ drafts, sectionOf }: Outline, { first, last, parent, role }: Inserted): Outline {
  const later = drafts.findIndex((draft) => draft.first > first);
  const place = later < 0 ? drafts.length : later;
  const shift = (index: number): number => (index >= place ? index + 1 : index);
  const level = parent === null ? 1 : (drafts[parent] as Draft).level + 1;
  const added: Draft = { parent, level, rank: RANK.inner, heading: null, first, role };
  const moved = drafts.map((draft) => ({
    ...draft,
    parent: draft.parent === null ? null : shift(draft.parent),
  }));
  return {
    drafts: [...moved.slice(0, place), added, ...moved.slice(place)],
    sectionOf: sectionOf.map((section, piece) => (piece >= first && piece <= last ? place : shift(section))),
  };
}

function findStrays(pieces: readonly ParagraphPiece[], { drafts, sectionOf }: Outline): Stray[] {
  const rootOf = (section: number): number => {
    const parent = drafts[section]?.parent ?? null;
    return parent === null ? section : rootOf(parent);
  };
  const ends = pieces.flatMap((_, index) => {
    const next = sectionOf[index + 1];
    return next === undefined || rootOf(next) !== rootOf(sectionOf[index] as number) ? [index] : [];
  });
  return ends.flatMap((end) => strayEndingAt(end, pieces, drafts, sectionOf));
}

/** The run of paragraphs at the end of a part whose words stand in a part of another role. */
function strayEndingAt(
  end: number,
  pieces: readonly ParagraphPiece[],
  drafts: readonly Draft[],
  sectionOf: readonly number[],
): Stray[] {
  const under = sectionOf[end] as number;
  const own = drafts[under] as Draft;
  const kind = pieces[end]?.kind;
  if ((kind !== 'tile' && kind !== 'prose') || own.role === 'targets') return [];
  const textOf = (index: number): string => pieces[index]?.glyphs.text ?? '';
  const candidates: number[] = [];
  for (
    let index = end;
    index > own.first && sectionOf[index] === under && pieces[index]?.kind === kind;
    index -= 1
  )
    candidates.unshift(index);
  for (const role of DONORS.filter((donor) => donor !== own.role)) {
    const elsewhere = pieces
      .flatMap(({ glyphs }, index) =>
        drafts[sectionOf[index] as number]?.role === role ? [glyphs.text] : [],
      )
      .join('\n');
    const found = candidates.filter(
      (index) => textOf(index).length >= LEAST_LENGTH && elsewhere.includes(textOf(index)),
    );
    const openings = new Set(found.map((index) => textOf(index).slice(0, OPENING_LENGTH)));
    const akin = (index: number): boolean =>
      kind === 'tile' || found.includes(index) || openings.has(textOf(index).slice(0, OPENING_LENGTH));
    const first = candidates[candidates.findLastIndex((index) => !akin(index)) + 1];
    const run = candidates.filter((index) => first !== undefined && index >= first);
    if (first === undefined || found.length < LEAST_FOUND || found.length * 2 < run.length) continue;
    return [{ first, last: end, role }];
  }
  return [];
}
