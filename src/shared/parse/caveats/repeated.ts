import type { Caveat } from '../../report';
import type { Context, Finder } from './context';
import { nameSection } from './context';

/** A paragraph and the earlier one it repeats, by index. */
export interface Repetition {
  readonly earlier: number;
  readonly later: number;
  /** The same but for a character or two, or the earlier one's beginning. */
  readonly near: boolean;
}

const LEAST_LENGTH = 9;
const LEAST_PREFIX = 20;
const EDGE = 5;
const NEAR_DIFFERENCE = 3;

const digitsOf = (text: string): string => text.replace(/\D+/g, ' ').trim();

/** Paragraphs and items that stand twice. Tiles repeat the text by design and do not count. */
export function findRepetitions({ pieces }: Pick<Context, 'pieces'>): Repetition[] {
  const exact = new Map<string, number>();
  const edges = new Map<string, number>();
  const starts = new Map<string, number>();
  const found: Repetition[] = [];
  pieces.forEach(({ kind, glyphs: { text } }, later) => {
    if ((kind !== 'prose' && kind !== 'item') || text.length < LEAST_LENGTH) return;
    const edge = text.slice(0, EDGE) + text.slice(-EDGE);
    const start = text.slice(0, LEAST_PREFIX);
    const same = exact.get(text);
    const close = edges.get(edge);
    const cut = starts.get(start);
    if (same !== undefined) found.push({ earlier: same, later, near: false });
    else if (close !== undefined && isNear(pieces[close]?.glyphs.text ?? '', text))
      found.push({ earlier: close, later, near: true });
    else if (cut !== undefined && text.length >= LEAST_PREFIX && pieces[cut]?.glyphs.text.startsWith(text))
      found.push({ earlier: cut, later, near: true });
    if (same === undefined) exact.set(text, later);
    if (close === undefined) edges.set(edge, later);
    if (cut === undefined && text.length >= LEAST_PREFIX) starts.set(start, later);
  });
  return found;
}

const isNear = (a: string, b: string): boolean =>
  a !== b &&
  Math.abs(a.length - b.length) <= NEAR_DIFFERENCE &&
  digitsOf(a) === digitsOf(b) &&
  contains(a.length > b.length ? [a, b] : [b, a]);

/** Tells whether the longer text is the shorter one with characters put in at one place. */
function contains([longer, shorter]: readonly [string, string]): boolean {
  let same = 0;
  while (same < shorter.length && longer[same] === shorter[same]) same += 1;
  return longer.endsWith(shorter.slice(same));
}

/** One caveat for each run of paragraphs that repeat neighbours. */
export const findRepeated: Finder = (context) => {
  const runs: Repetition[][] = [];
  for (const repetition of findRepetitions(context)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && repetition.later === last.later + 1 && repetition.earlier === last.earlier + 1)
      run.push(repetition);
    else runs.push([repetition]);
  }
  return runs.map((run) => describe(run, context));
};

function describe(run: readonly Repetition[], { ranges, sections, outline: { sectionOf } }: Context): Caveat {
  const [first] = run as readonly [Repetition, ...Repetition[]];
  const last = run.at(-1) as Repetition;
  const place = nameSection(sections[sectionOf[first.earlier] ?? -1]);
  const here = sectionOf[first.earlier] === sectionOf[first.later] ? '本节前面' : place;
  const how = run.every(({ near }) => near) ? '几乎相同' : '相同';
  const what = run.length === 1 ? '这一条' : `这${run.length}条`;
  return {
    type: 'repeated',
    range: { start: ranges[first.later]?.start ?? 0, end: ranges[last.later]?.end ?? 0 },
    reason: `${what}与${here}的文字${how}，像是重复排入。`,
  };
}
