import type { Caveat, Section } from '../../report';
import { ROLE_LABELS } from '../../report';
import { topicScores } from '../topics';
import type { Context, Finder } from './context';
import { nameSection } from './context';
import type { Repetition } from './repeated';
import { findRepetitions } from './repeated';

/** How much better a text must suit one of the two sections it stands in. */
const CLEARLY = 2;

/** Parts set under the wrong heading: strays at a part's end, and items that stand twice and suit only one of their places. */
export const findMisplaced: Finder = (context) => [...strayCaveats(context), ...wrongCopies(context)];

function strayCaveats({ strays, ranges, sections, pieces, outline: { sectionOf } }: Context): Caveat[] {
  return strays.map(({ first, last, role }) => {
    const before = nameSection(sections[sectionOf[first - 1] ?? -1]);
    const what = pieces[first]?.kind === 'tile' ? '这一组数字' : '这几段';
    return {
      type: 'misplaced',
      range: { start: ranges[first]?.start ?? 0, end: ranges[last]?.end ?? 0 },
      reason: `${what}排在${before}之后，内容却见于${ROLE_LABELS[role]}部分，像是排错了位置。`,
    };
  });
}

interface Verdict {
  /** Index of the copy that stands in the wrong section. */
  readonly wrong: number;
  readonly right: number;
}

function wrongCopies(context: Context): Caveat[] {
  const verdicts = groupRuns(findRepetitions(context)).flatMap((run) => judge(run, context));
  return joinNeighbours(
    verdicts.sort((a, b) => a.wrong - b.wrong),
    context,
  );
}

/** Repetitions one after the other in both places are judged together. */
function groupRuns(repetitions: readonly Repetition[]): Repetition[][] {
  const runs: Repetition[][] = [];
  for (const repetition of repetitions) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && repetition.later === last.later + 1 && repetition.earlier === last.earlier + 1)
      run.push(repetition);
    else runs.push([repetition]);
  }
  return runs;
}

function judge(run: readonly Repetition[], context: Context): Verdict[] {
  const together = compare(run, context);
  if (together !== 0) return run.map((repetition) => verdictOf(repetition, together));
  return run.flatMap((repetition) => {
    const alone = compare([repetition], context);
    return alone === 0 ? [] : [verdictOf(repetition, alone)];
  });
}

const verdictOf = ({ earlier, later }: Repetition, better: number): Verdict =>
  better < 0 ? { wrong: later, right: earlier } : { wrong: earlier, right: later };

/** -1 where the texts suit the earlier place, 1 the later, 0 where one cannot tell. */
function compare(run: readonly Repetition[], { pieces, sections, outline: { sectionOf } }: Context): number {
  const [first] = run as readonly [Repetition, ...Repetition[]];
  const scores = topicScores(run.map(({ later }) => pieces[later]?.glyphs.text ?? '').join('\n'));
  const suits = (piece: number): number => {
    const topics = new Set(ancestors(sections, sectionOf[piece] ?? -1).map(({ topic }) => topic));
    return [...topics].reduce((sum, topic) => sum + (scores.get(topic) ?? 0), 0);
  };
  const [early, late] = [suits(first.earlier), suits(first.later)];
  if (early > 0 && early >= late * CLEARLY && early > late) return -1;
  return late > 0 && late >= early * CLEARLY && late > early ? 1 : 0;
}

/** A section and those above it, the outermost part left out, since it has no topic of its own. */
function ancestors(sections: readonly Section[], index: number): Section[] {
  const section = sections[index];
  if (section === undefined || section.parent === null) return [];
  return [section, ...ancestors(sections, section.parent)];
}

function joinNeighbours(
  verdicts: readonly Verdict[],
  { ranges, sections, outline: { sectionOf } }: Context,
): Caveat[] {
  const groups: Verdict[][] = [];
  for (const verdict of verdicts) {
    const last = groups.at(-1)?.at(-1);
    if (last && verdict.wrong === last.wrong + 1 && sectionOf[verdict.right] === sectionOf[last.right])
      groups.at(-1)?.push(verdict);
    else groups.push([verdict]);
  }
  return groups.map((group) => {
    const first = group[0] as Verdict;
    const last = group.at(-1) as Verdict;
    const [here, there] = [first.wrong, first.right].map((piece) =>
      nameSection(sections[sectionOf[piece] ?? -1]),
    );
    const what = group.length === 1 ? '这一条' : `这${group.length}条`;
    return {
      type: 'misplaced',
      range: { start: ranges[first.wrong]?.start ?? 0, end: ranges[last.wrong]?.end ?? 0 },
      reason: `${what}与${here}不合，又见于${there}，像是排错了位置。`,
    };
  });
}
