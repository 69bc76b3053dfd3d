import type { DataPoint, TablePart } from '../../shared/sheet';
import type { Spread, SpreadCell } from './spread';

/** What a year has of an indicator, a column each. */
const FACTS = ['结果', '同比', '目标'] as const;

/** The columns of a year of a place, in the order in which the figures name them. */
interface Year {
  readonly key: string;
  readonly name: string;
}

const keyOf = ({ place, year }: DataPoint): string => `${place}|${year}`;

const yearsOf = (data: readonly DataPoint[]): readonly Year[] => {
  const several = new Set(data.map(({ place }) => place)).size > 1;
  const years = new Map(
    data.map((point) => [keyOf(point), several ? `${point.place} ${point.year}` : String(point.year)]),
  );
  return [...years]
    .map(([key, name]) => ({ key, name }))
    .toSorted((a, b) => Number(a.key.split('|')[1]) - Number(b.key.split('|')[1]));
};

/** The exact number where it is one in the row's unit, else as it is printed. */
const numberOf = (point: DataPoint | undefined, unit: string): SpreadCell => {
  if (!point) return '';
  if (point.number !== null && point.unit === unit) return point.number;
  return point.unit === unit ? point.text : `${point.text}${point.unit}`;
};

const GROWTH = /^同比[＋+－-]?(.+)$/;

/** 同比＋6.5% as it stands among the remarks of a figure. */
const growthOf = (point: DataPoint | undefined): string =>
  point?.remarks
    .split('；')
    .find((words) => GROWTH.test(words))
    ?.replace('同比', '') ?? '';

const cellsOf = (points: readonly DataPoint[], unit: string): readonly SpreadCell[] => {
  const result = points.find(({ kind }) => kind === '结果');
  const target = points.find(({ kind }) => kind === '目标');
  return [numberOf(result, unit), growthOf(result), numberOf(target, unit)];
};

/** Gives what else is said of the figures of a row: 较2022 ↑20, 限省级, 存疑. */
const remarksOf = (points: readonly DataPoint[]): string =>
  points
    .flatMap(({ year, remarks, doubt }) => {
      const others = remarks.split('；').filter((words) => words !== '' && !GROWTH.test(words));
      const told = [...others, ...(doubt === '' ? [] : [`存疑：${doubt}`])];
      return told.length > 0 ? [`${year}：${told.join('，')}`] : [];
    })
    .join('\n');

/** 指标对照 as a spreadsheet has it: unit, result, growth and target of each year in columns of their own. */
export function spreadMatrix({ title, caption, data }: TablePart): Spread {
  const years = yearsOf(data);
  const rows = new Map<string, DataPoint[]>();
  for (const point of data) {
    const key = `${point.topic}|${point.indicator}`;
    rows.set(key, [...(rows.get(key) ?? []), point]);
  }
  const topics = [...new Set(data.map(({ topic }) => topic))];
  const heads = years.flatMap(({ name }) => FACTS.map((fact) => `${name} ${fact}`));
  const lines = [...rows.values()].map((points) => lineOf(points, years));
  // A year without any growth, or without targets, has no column for them.
  const told = heads.map((_, at) => lines.some(({ values }) => values[at] !== ''));
  const kept = <T>(cells: readonly T[]): readonly T[] => cells.filter((_, at) => told[at]);
  return {
    name: title,
    caption,
    head: ['指标', '单位', ...kept(heads), '说明'],
    rows: topics.flatMap((topic) => [
      [topic],
      ...lines
        .filter((line) => line.topic === topic)
        .map(({ indicator, unit, values, remarks }) => [indicator, unit, ...kept(values), remarks]),
    ]),
  };
}

/** Gives what the years have of one indicator, a value for each head. */
const lineOf = (points: readonly DataPoint[], years: readonly Year[]) => {
  const { topic = '', indicator = '', unit = '' } = points[0] ?? {};
  const values = years.flatMap(({ key }) =>
    cellsOf(
      points.filter((point) => keyOf(point) === key),
      unit,
    ),
  );
  return { topic, indicator, unit, values, remarks: remarksOf(points) };
};
