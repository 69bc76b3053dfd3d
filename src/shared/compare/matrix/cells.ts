import type { Commitment, Observation } from '../../report';
import { periodWords, VERDICT_LABELS } from '../../report';
import type { Indexed } from '../../commitments';
import { companionKey, companionRemark, companionsOf } from './companions';
import { figure, inUnit, isPrintable, statedUnit, valueText } from './figures';
import type { MatrixColumn, MatrixOutcome, MatrixRemark, MatrixValue } from './matrix';
import { scopeOf } from './naming';

/** What a value is written out with. */
export interface Sources {
  readonly volumes: ReadonlyMap<string, Indexed>;
  /** Growths and ranks by report and indicator. */
  readonly told: ReadonlyMap<string, readonly Observation[]>;
  readonly commitments: ReadonlyMap<string, Commitment>;
}

/** The row a value stands in, as far as its own words need it. */
export interface RowFrame {
  readonly unit: string;
  /** Not empty where the row's figures are sums of several years. */
  readonly span: string;
}

const isSpan = (period: string): boolean => /^\d{4}-\d{4}$/.test(period);

/** The statements of one year of one row as they stand in the cell: results first, the plainest of each first. */
export function valuesOf(
  observations: readonly Observation[],
  column: MatrixColumn,
  row: RowFrame,
  sources: Sources,
): readonly MatrixValue[] {
  const groups = new Map<string, Observation[]>();
  for (const observation of observations) {
    const key = sameStatement(observation, row.unit);
    groups.set(key, [...(groups.get(key) ?? []), observation]);
  }
  const values = [...groups.values()].map((group) => valueOf(group, row, sources));
  const hasResult = values.some(({ kind }) => kind === 'result');
  return values
    .map((value) => (column.missing && !hasResult ? withoutResult(value) : value))
    .sort((a, b) => plainness(a.observation) - plainness(b.observation));
}

/** Two reports that state the same are one value with two sources. */
const sameStatement = (
  { value, unit, kind, bound, period, name, indicator }: Observation,
  to: string,
): string =>
  JSON.stringify([
    inUnit(value, statedUnit(unit, to), to) ?? [value, unit],
    kind,
    bound,
    period,
    scopeOf({ name, indicator }),
  ]);

/** Results before targets; a whole year before several, those before a part of one; exact before bounded. */
const plainness = ({ kind, period, bound }: Observation): number =>
  (kind === 'target' ? 8 : 0) +
  (/^\d{4}$/.test(period) ? 0 : isSpan(period) ? 2 : 4) +
  (bound === '=' ? 0 : 1);

function valueOf(group: readonly Observation[], row: RowFrame, sources: Sources): MatrixValue {
  const [observation, ...repeats] = group as [Observation, ...Observation[]];
  const { value, bound, kind } = observation;
  const unit = statedUnit(observation.unit, row.unit);
  const converted = inUnit(value, unit, row.unit);
  const shown = converted !== null && isPrintable(converted) ? converted : null;
  const doubt = group.find((one) => one.doubt !== null)?.doubt ?? null;
  return {
    observation,
    repeats,
    kind,
    text: valueText(shown ?? value, bound),
    number: converted ?? value,
    unit: shown === null ? unit : null,
    doubt,
    outcome: outcomeOf(group, sources),
    remarks: [
      ...(doubt === null ? [] : [remark('doubt', `存疑：${doubtWords(doubt)}`)]),
      ...companions(group, sources),
      ...scopeOf(observation).map((scope) => remark('scope', `限${scope}`)),
      ...spanRemark(observation, row),
      ...(shown !== null && unit !== row.unit
        ? [remark('source', `原文 ${sourceFigure(observation)} ${observation.unit}`)]
        : []),
    ],
  };
}

export const remark = (kind: MatrixRemark['kind'], text: string): MatrixRemark => ({
  kind,
  text,
  observations: [],
});

const withoutResult = (value: MatrixValue): MatrixValue => ({
  ...value,
  remarks: [...value.remarks, remark('result-missing', '结果缺报告')],
});

/** The text's own digits: without thousands separators, as the source prints them. */
const sourceFigure = ({ value }: Observation): string =>
  (typeof value === 'number' ? figure(value) : value.map(figure).join('—')).replaceAll(',', '');

function companions(group: readonly Observation[], { volumes, told }: Sources): readonly MatrixRemark[] {
  const found = new Map<string, MatrixRemark>();
  for (const observation of group) {
    const volume = volumes.get(observation.report);
    if (!volume) continue;
    for (const one of companionsOf(observation, told.get(companionKey(observation)) ?? [])) {
      const said = companionRemark(one, volume.report);
      const before = found.get(said.text)?.observations ?? [];
      found.set(said.text, { ...said, observations: [...before, ...said.observations] });
    }
  }
  return [...found.values()];
}

function spanRemark({ period }: Observation, { span }: RowFrame): readonly MatrixRemark[] {
  if (/^\d{4}$/.test(period)) return [];
  if (!isSpan(period)) return [remark('span', periodWords(period).replace(/^\d{4} 年 ?/, ''))];
  const five = Number(period.slice(5)) - Number(period.slice(0, 4)) === 4;
  return [remark('span', five && span === '' ? '五年回顾' : periodWords(period))];
}

/** The reason in a few words; the whole sentence stands in the card and under the table. */
function doubtWords(reason: string): string {
  if (reason.includes('说法不一')) return '两份来源说法不一';
  const [claim = reason] = reason.split('：');
  return claim.split('，').at(-1) ?? claim;
}

/** Gives what became of a target; silent where no report looks back on it, which the column says. */
function outcomeOf(group: readonly Observation[], { commitments }: Sources): MatrixOutcome | null {
  const found = group.map(({ id }) => commitments.get(id)).find((one) => one !== undefined);
  if (!found || found.verdict === 'report-missing') return null;
  const { verdict, sure, reason } = found;
  return { verdict, label: VERDICT_LABELS[verdict], sure, reason };
}
