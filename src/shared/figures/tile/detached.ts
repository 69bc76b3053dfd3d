import type { Observation, Paragraph } from '../../report';
import { alike } from '../dedupe/dedupe';

/** An observation with the paragraph it stands in. */
export interface ParagraphObservation {
  readonly observation: Observation;
  readonly paragraph: Paragraph;
}

const statementKey = ({ value, unit, measure, bound }: Observation): string =>
  [String(value), unit, measure, bound].join('|');

/** The first number of a value: most prose has none of the tiles' and needs no key. */
const single = (value: Observation['value']): number => (typeof value === 'number' ? value : value[0]);

/**
 * Tiles that the page laid out away from their text: where at least two of a run of tiles, and more than not,
 * repeat prose of another period and kind, the whole run speaks of that period.
 */
export function settleTiles(placed: readonly ParagraphObservation[]): readonly Observation[] {
  if (!placed.some(isTile)) return placed.map(({ observation }) => observation);
  const told = new Set(placed.filter(isTile).map(({ observation: { value } }) => single(value)));
  const prose = new Map<string, Observation[]>();
  for (const { observation, paragraph } of placed) {
    if (paragraph.kind === 'tile' || !told.has(single(observation.value))) continue;
    const key = statementKey(observation);
    const known = prose.get(key);
    if (known) known.push(observation);
    else prose.set(key, [observation]);
  }
  return runsOf(placed).flatMap((run) => settleRun(run, prose));
}

const isTile = ({ paragraph }: ParagraphObservation): boolean => paragraph.kind === 'tile';

/** Groups neighbouring tiles; everything else is a run of one. */
function runsOf(placed: readonly ParagraphObservation[]): readonly (readonly ParagraphObservation[])[] {
  const runs: ParagraphObservation[][] = [];
  for (const item of placed) {
    const last = runs.at(-1)?.at(-1);
    const joins =
      last?.paragraph.kind === 'tile' &&
      item.paragraph.kind === 'tile' &&
      item.paragraph.section === last.paragraph.section &&
      item.paragraph.index - last.paragraph.index <= 1;
    if (joins) runs.at(-1)?.push(item);
    else runs.push([item]);
  }
  return runs;
}

function settleRun(
  run: readonly ParagraphObservation[],
  prose: ReadonlyMap<string, readonly Observation[]>,
): readonly Observation[] {
  const own = run.map(({ observation }) => observation);
  if (run.length < 2 || run[0]?.paragraph.kind !== 'tile') return own;
  const votes = new Map<string, Observation[]>();
  for (const observation of own) {
    const twin = prose.get(statementKey(observation))?.find((other) => alike(other.name, observation.name));
    if (!twin) continue;
    const key = `${twin.period}|${twin.kind}`;
    votes.set(key, [...(votes.get(key) ?? []), twin]);
  }
  const [best] = [...votes.values()].sort((a, b) => b.length - a.length);
  const model = best?.[0];
  const repeats = [...votes.values()].reduce((sum, list) => sum + list.length, 0);
  if (!model || !best || best.length < 2 || best.length * 2 <= repeats) return own;
  return own.map((observation) => ({ ...observation, period: model.period, kind: model.kind }));
}
