import type { Role } from '../report';
import type { Heading } from './headings';
import { isAddress, RANK, readHeading, readShortRunIn } from './headings';
import { isRoleHeading } from './phrases';
import type { ParagraphPiece } from './pieces';
import { opensPlan, roleOfHeading, roleOfSubheading, tenseOf } from './roles';

/** A section before its offsets are known. Pieces are counted in reading order. */
export interface Draft {
  readonly parent: number | null;
  readonly level: number;
  readonly rank: number;
  readonly heading: Heading | null;
  /** Index of the piece that holds the heading, or of the first piece. */
  readonly first: number;
  readonly role: Role;
}

export interface Outline {
  readonly drafts: readonly Draft[];
  /** Innermost draft of each piece. */
  readonly sectionOf: readonly number[];
}

/** Sections that company proves: at least so many paragraphs of one section open with a few words and a full stop. */
const SHORT_RUN_INS = 2;
/** “主要预期目标是…” under a review shows that the plan began before it without a heading of its own. */
const LOOKS_BACK: ReadonlySet<Role> = new Set(['review', 'five-year']);
const FORWARD: ReadonlySet<Role> = new Set(['requirements', 'principles', 'targets', 'livelihood']);
const RUN_IN_ROLES: ReadonlySet<Role> = new Set(['plan', 'livelihood', 'closing']);

/** How roles are given where headings tell none (`fallback`), or whatever they tell (`only`). */
export interface RoleRule {
  readonly fallback: Role | null;
  readonly only: Role | null;
}

/** Reads the outline: first by the headings that stand for themselves, then with the run-in ones that their neighbours prove. */
export function readOutline(pieces: readonly ParagraphPiece[], rule: RoleRule): Outline {
  const headings = pieces.map((piece) => readHeading(piece, isRoleHeading));
  const first = buildOutline(pieces, headings, rule);
  const shorts = pieces.map((piece, index) => (headings[index] === null ? readShortRunIn(piece) : null));
  const company = new Map<number, number>();
  shorts.forEach((heading, index) => {
    if (heading === null) return;
    const section = first.sectionOf[index] as number;
    company.set(section, (company.get(section) ?? 0) + 1);
  });
  const proven = shorts.map((heading, index) => {
    const section = first.sectionOf[index] as number;
    const role = first.drafts[section]?.role ?? 'front';
    return heading !== null && RUN_IN_ROLES.has(role) && (company.get(section) ?? 0) >= SHORT_RUN_INS
      ? heading
      : null;
  });
  if (proven.every((heading) => heading === null)) return first;
  return buildOutline(
    pieces,
    headings.map((heading, index) => heading ?? proven[index] ?? null),
    rule,
  );
}

/** Builds the tree with a stack of open sections; holds the only mutable state of the outline. */
class OutlineBuilder {
  readonly drafts: Draft[] = [];
  readonly sectionOf: number[] = [];
  private stack: number[] = [];

  constructor(
    private readonly pieces: readonly ParagraphPiece[],
    private readonly headings: readonly (Heading | null)[],
    private readonly rule: RoleRule,
  ) {}

  get top(): Draft | undefined {
    return this.drafts[this.stack.at(-1) ?? -1];
  }

  get root(): Draft | undefined {
    return this.drafts[this.stack[0] ?? -1];
  }

  /** Closes sections down to those further out than `rank`. */
  close(rank: number): void {
    while (this.top && this.top.rank >= rank) this.stack.pop();
  }

  open(first: number, heading: Heading | null, role: Role, rank: number): void {
    const parent = this.stack.at(-1) ?? null;
    this.stack.push(this.drafts.length);
    this.drafts.push({
      parent,
      level: this.stack.length,
      rank,
      heading,
      first,
      role,
    });
  }

  openImplicit(first: number, role: Role): void {
    this.stack = [];
    this.open(first, null, role, RANK.main);
  }

  assign(index: number): void {
    if (this.stack.length === 0)
      this.open(
        index,
        null,
        this.drafts.length === 0 ? 'front' : (this.rule.only ?? this.tense(index)),
        RANK.main,
      );
    this.sectionOf[index] = this.stack.at(-1) as number;
  }

  place(index: number, heading: Heading): void {
    const rank = this.rankFor(heading, index);
    if (this.root?.role === 'front' || this.startsOrphanRun(index, heading, rank)) this.stack = [];
    if (heading.role === 'targets' && LOOKS_BACK.has(this.root?.role ?? 'front'))
      this.openImplicit(index, 'plan');
    const sibling = this.stack
      .map((section) => this.drafts[section] as Draft)
      .find((draft) => draft.rank === rank);
    this.close(rank);
    const told = this.stack.length === 0 ? roleOfHeading(heading.text) : roleOfSubheading(heading.text);
    const own =
      told === 'livelihood' && this.isDone(index) ? (this.stack.length === 0 ? 'review' : null) : told;
    const kin = this.roleBelow(heading) ?? (rank < RANK.arabic ? undefined : sibling?.role);
    const role = heading.role ?? own ?? kin ?? this.rule.fallback ?? this.tense(index);
    this.open(index, heading, this.rule.only ?? role, rank);
  }

  /**
   * What a heading takes from the section it stands in: its role; but the parts of “总体要求和重点任务” are the tasks,
   * but for those that say they are the requirements or the goals.
   */
  private roleBelow({ text, numbering }: Heading): Role | undefined {
    const { top } = this;
    if (!top?.heading || numbering === null || !opensPlan(top.heading.text)) return top?.role;
    const told = roleOfHeading(text);
    return told !== null && FORWARD.has(told) ? told : 'plan';
  }

  /** A list that goes on keeps its rank; one that a bare heading introduces stands below that heading. */
  private rankFor({ numbering, rank }: Heading, index: number): number {
    if (numbering === null) return rank;
    const before = [...this.stack].reverse().map((section) => this.drafts[section] as Draft);
    const sibling = before.find(
      ({ heading }) =>
        heading?.numbering?.style === numbering.style && heading.numbering.value === numbering.value - 1,
    );
    if (sibling) return sibling.rank;
    const top = this.top;
    return numbering.value === 1 &&
      top?.heading &&
      !top.heading.runIn &&
      top.first === index - 1 &&
      top.rank >= rank &&
      top.heading.numbering?.style !== numbering.style
      ? top.rank + 1
      : rank;
  }

  /**
   * A numbered run that starts anew with no heading above it, and speaks of what was done where its neighbours
   * speak of what is planned (or the reverse), belongs to another part of the report.
   */
  private startsOrphanRun(index: number, { numbering }: Heading, rank: number): boolean {
    const sibling = [...this.stack]
      .map((section) => this.drafts[section] as Draft)
      .find((draft) => draft.rank === rank);
    const last = sibling?.heading?.numbering;
    if (
      !numbering ||
      !last ||
      last.style !== numbering.style ||
      numbering.value === 1 ||
      numbering.value > last.value
    )
      return false;
    const expected = this.root?.role === 'review' || this.root?.role === 'five-year' ? 'done' : 'planned';
    return tenseOf(this.bodyFrom(index)) !== expected;
  }

  /** Livelihood tasks are planned, unless a review tells that they were done. */
  private isDone(index: number): boolean {
    return (
      (this.root === undefined || LOOKS_BACK.has(this.root.role)) && tenseOf(this.bodyFrom(index)) === 'done'
    );
  }

  private tense(index: number): Role {
    return tenseOf(this.bodyFrom(index)) === 'done' ? 'review' : 'plan';
  }

  /** Text of a heading's own pieces, up to the next heading that is not below it. */
  private bodyFrom(index: number): string {
    const rank = this.headings[index]?.rank ?? RANK.inner;
    const next = this.headings.findIndex(
      (heading, later) => later > index && heading !== null && heading.rank <= rank,
    );
    return this.pieces
      .slice(index, next < 0 ? undefined : next)
      .map(({ glyphs }) => glyphs.text)
      .join('\n');
  }
}

function buildOutline(
  pieces: readonly ParagraphPiece[],
  headings: readonly (Heading | null)[],
  rule: RoleRule,
): Outline {
  const builder = new OutlineBuilder(pieces, headings, rule);
  const credits = creditsStart(pieces);
  pieces.forEach((piece, index) => {
    const heading = headings[index] ?? null;
    if (index === credits) builder.openImplicit(index, 'credits');
    else if (piece.kind === 'title' && builder.root !== undefined && builder.root.role !== 'front')
      builder.openImplicit(index, 'front');
    else if (heading !== null) builder.place(index, heading);
    else if (isAddress(piece)) address(builder, pieces, headings, index);
    else if (leavesRunIn(piece, builder.top))
      builder.close(builder.top?.heading?.role === 'targets' ? RANK.short : RANK.opener);
    builder.assign(index);
  });
  return { drafts: builder.drafts, sectionOf: builder.sectionOf };
}

/** Index of the first of the by-lines that end the text, or -1. */
function creditsStart(pieces: readonly ParagraphPiece[]): number {
  const last = pieces.findLastIndex(({ kind }) => kind !== 'byline');
  return last >= 0 && last < pieces.length - 1 ? last + 1 : -1;
}

/** “各位代表！” ends the run of subsections; after the last plan it opens the closing words. */
function address(
  builder: OutlineBuilder,
  pieces: readonly ParagraphPiece[],
  headings: readonly (Heading | null)[],
  index: number,
): void {
  const { root } = builder;
  if (
    root === undefined ||
    root.role === 'front' ||
    root.role === 'closing' ||
    pieces[index - 1]?.kind === 'heading'
  )
    return;
  const later = headings.slice(index + 1);
  const goesOn = later.some((heading) => heading !== null && heading.rank <= RANK.bracket);
  if (root.role !== 'plan' && root.role !== 'livelihood') return builder.close((root.rank ?? 0) + 1);
  if (goesOn) return builder.close(root.rank + 1);
  builder.openImplicit(index, nextShorts(pieces, index) >= SHORT_RUN_INS ? 'plan' : 'closing');
}

/** Paragraphs with run-in headings before the next address to the delegates. */
function nextShorts(pieces: readonly ParagraphPiece[], index: number): number {
  const rest = pieces.slice(index + 1);
  const end = rest.findIndex(isAddress);
  return rest.slice(0, end < 0 ? undefined : end).filter((piece) => readShortRunIn(piece) !== null).length;
}

/** Prose that a run-in heading before it cannot head: the next year's outlook, another “一年来”, what follows the targets. */
function leavesRunIn({ kind, glyphs }: ParagraphPiece, top: Draft | undefined): boolean {
  if (kind !== 'prose' || top?.heading?.runIn !== true) return false;
  return top.heading.role === 'targets' || /^(新的一年|一年来|这一年|过去一年)[，,]/.test(glyphs.text);
}
