import { BOUND_SIGNS, type Observation, type Report } from '../../report';
import { isOverLastYear } from '../../commitments/base';
import { figure } from './figures';
import type { MatrixRemark } from './matrix';

/** Further than this from the value, in characters, the text speaks of something else again. */
const NEAR = 120;
/** 稳居全省第五位: how far before its number a rank names among whom. */
const AMONG = 10;

/** A growth goes with an amount; a rank with an amount, a share or a growth. */
const isTold = (told: Observation, { measure }: Observation): boolean =>
  measure === 'growth'
    ? told.measure === 'rank'
    : measure !== 'rank' && (told.measure === 'growth' || told.measure === 'rank');

export const companionKey = ({ report, indicator }: Observation): string => `${report}|${indicator}`;

/** Growths and ranks, to be looked up by `companionKey`. */
export function companionIndex(
  observations: readonly Observation[],
): ReadonlyMap<string, readonly Observation[]> {
  const index = new Map<string, Observation[]>();
  for (const observation of observations) {
    if (observation.measure !== 'growth' && observation.measure !== 'rank') continue;
    const key = companionKey(observation);
    const known = index.get(key);
    if (known) known.push(observation);
    else index.set(key, [observation]);
  }
  return index;
}

/** Gives what the same clause of a report says of the same indicator: its growth, its rank. */
export const companionsOf = (
  observation: Observation,
  observations: readonly Observation[],
): readonly Observation[] =>
  observations.filter(
    (other) =>
      isTold(other, observation) &&
      other.report === observation.report &&
      other.indicator === observation.indicator &&
      other.period === observation.period &&
      other.place === observation.place &&
      other.kind === observation.kind &&
      Math.abs(other.range.start - observation.range.start) < NEAR,
  );

/** 同比＋27.5%, 增长＋65.5% where it is over another year than the last, 全省第 5 位. */
export const companionRemark = (companion: Observation, report: Report): MatrixRemark => ({
  kind: companion.measure === 'rank' ? 'rank' : 'growth',
  text: companion.measure === 'rank' ? rankWords(companion, report) : growthWords(companion, report),
  observations: [companion],
});

function growthWords(growth: Observation, report: Report): string {
  const { value, unit, bound, period } = growth;
  const words = /^\d{4}$/.test(period) && isOverLastYear(report, growth) ? '同比' : '增长';
  if (typeof value !== 'number') return `${words}${value.map(figure).join('—')}${unit}`;
  const sign = bound === '=' && value > 0 ? '＋' : '';
  return `${words}${BOUND_SIGNS[bound]}${sign}${figure(value)}${unit}`;
}

function rankWords({ value, bound, range }: Observation, { clean }: Report): string {
  const before = clean.slice(Math.max(0, range.start - AMONG), range.start);
  const among = /全[国省市区县州球]|世界|[中东西]部/.exec(before)?.[0] ?? '';
  const place = typeof value === 'number' ? figure(value) : value.map(figure).join('—');
  return bound === '=' ? `${among}第 ${place} 位` : `${among}前 ${place} 位`;
}
