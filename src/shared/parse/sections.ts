import type { Period, Range, Role, Section, Topic } from '../report';
import type { Draft, Outline } from './outline';
import type { ParagraphPiece } from './pieces';
import type { ReportYears } from './roles';
import { periodOf } from './roles';
import type { TopicScores } from './topics';
import { sumScores, topicOf, topicScores } from './topics';

/** Roles whose topic their place in the report tells. */
const FIXED_TOPICS: Partial<Record<Role, Topic>> = {
  front: '其他',
  credits: '其他',
  closing: '其他',
  requirements: '综合经济',
  principles: '综合经济',
  targets: '综合经济',
};

/** Gives drafts their ranges in the clean text, their periods and topics. */
export function readSections(
  { drafts, sectionOf }: Outline,
  pieces: readonly ParagraphPiece[],
  ranges: readonly Range[],
  years: ReportYears,
): Section[] {
  const last = lastPieces(drafts, sectionOf);
  const periods: (Period | null)[] = [];
  const parents = new Set(drafts.map(({ parent }) => parent));
  const scores = sectionScores(drafts, sectionOf, pieces);
  return drafts.map((draft, index): Section => {
    const { parent, level, role, heading, first } = draft;
    const inherited =
      parent !== null && drafts[parent]?.role === role ? (periods[parent] ?? null) : undefined;
    const period = inherited === undefined ? periodOf(role, heading?.text ?? '', years) : inherited;
    periods.push(period);
    const start = (ranges[first] as Range).start;
    return {
      index,
      parent,
      level,
      number: heading?.numbering?.label ?? null,
      heading: heading?.text ?? '',
      headingRange:
        heading === null ? null : { start: start + heading.range.start, end: start + heading.range.end },
      runIn: heading?.runIn ?? false,
      role,
      period,
      topic:
        FIXED_TOPICS[role] ??
        (parents.has(index) && parent === null ? overview : topicOf)(
          heading?.text ?? '',
          scores[index] ?? new Map(),
        ),
      range: { start, end: (ranges[last[index] as number] as Range).end },
    };
  });
}

/** A part with subsections is an overview of the economy where it says something of its own. */
const overview = (_heading: string, body: TopicScores): Topic => (body.has('综合经济') ? '综合经济' : '其他');

/** Last piece of each draft, its subsections included. */
function lastPieces(drafts: readonly Draft[], sectionOf: readonly number[]): number[] {
  const last = drafts.map(({ first }) => first);
  sectionOf.forEach((section, piece) => {
    for (let index: number | null = section; index !== null; index = drafts[index]?.parent ?? null)
      last[index] = Math.max(last[index] as number, piece);
  });
  return last;
}

/** Gives what the text of each draft speaks for, its subsections included; an outermost part has only what stands directly under it. */
function sectionScores(
  drafts: readonly Draft[],
  sectionOf: readonly number[],
  pieces: readonly ParagraphPiece[],
): TopicScores[] {
  const scores = drafts.map((): TopicScores[] => []);
  sectionOf.forEach((section, piece) => {
    const own = topicScores(pieces[piece]?.glyphs.text ?? '');
    scores[section]?.push(own);
    for (let above = drafts[section]?.parent ?? null; above !== null; above = drafts[above]?.parent ?? null)
      if ((drafts[above] as Draft).parent !== null) scores[above]?.push(own);
  });
  return scores.map(sumScores);
}
