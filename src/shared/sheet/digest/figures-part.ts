import { VERDICT_LABELS, VERDICTS, type Verdict } from '../../report';
import type { MatrixValue } from '../../compare';
import type { Footnotes } from '../footnotes';
import { dataPoint, numbersOf } from '../matrix-part';
import type { TablePart } from '../sheet';
import {
  cell,
  cellRow,
  line,
  VERDICT_MARKS,
  type CellRow,
  type Run,
  type TableCell,
  type TableColumn,
} from '../table';
import { figureName, type DigestFigure } from './figures';
import { yearsOf, type DigestMaterial, type DigestYears } from './material';

const head = (title: string, caption: string, width: number): TableColumn => ({
  title,
  caption,
  width,
  align: 'end',
  face: 'title',
});

const columnsOf = ({ now, last, given, whole }: DigestYears): readonly TableColumn[] => [
  { title: '核心数字', caption: '', width: 25, align: 'start', face: 'label' },
  head(String(now), `据 ${given} 年报告`, 14),
  head(String(last), whole ? `据 ${now} 年报告` : '缺报告', 13),
  head('变化', `较 ${last}`, 14),
  head(`${now} 年目标`, '后来怎样', 22),
  head(String(given), '目标', 12),
];

const gap = (words: string): TableCell => cell(line('gap', words));

const runOf = (value: MatrixValue, { row }: DigestFigure, footnotes: Footnotes): Run => ({
  text: value.unit === null || value.unit === row.unit ? value.text : `${value.text}${value.unit}`,
  mark: value.doubt === null ? value.kind : 'doubt',
  bold: value.kind === 'result',
  doubtful: value.doubt !== null,
  footnotes: numbersOf(value, footnotes),
});

function goalCell(figure: DigestFigure, { whole }: DigestYears, footnotes: Footnotes): TableCell {
  const { goal } = figure;
  if (!goal) return gap(whole ? '没有定目标' : '缺报告');
  const { outcome } = goal;
  const judged = outcome
    ? [
        {
          text: ` ${VERDICT_LABELS[outcome.verdict]}${outcome.sure ? '' : '（待确认）'}`,
          mark: VERDICT_MARKS[outcome.verdict],
        },
      ]
    : [];
  return cell(line('value', { ...runOf(goal, figure, footnotes), text: `${goal.text} ` }, ...judged));
}

function rowOf(figure: DigestFigure, years: DigestYears, footnotes: Footnotes): CellRow {
  const { now, last, change, next } = figure;
  const value = (one: MatrixValue): TableCell => cell(line('value', runOf(one, figure, footnotes)));
  return cellRow(
    cell(line('label', figureName(figure))),
    value(now),
    last ? value(last) : gap(years.whole ? '未提及' : '缺报告'),
    change === null ? gap(last || years.whole ? '不能算' : '缺报告') : cell(line('label', change)),
    goalCell(figure, years, footnotes),
    next ? value(next) : gap('未提及'),
  );
}

/** 2024 年定的数字目标共 82 项：完成 29，未完成 5，…; what is known of the targets of the year looked back on. */
function countsOf({ commitments, before }: DigestMaterial, { now, whole }: DigestYears): string {
  if (!whole) return `${now} 年报告未入架，当年的目标不能判定`;
  const all = commitments.filter(({ commitment }) => commitment.target.report === before?.report.id);
  const count = (verdict: Verdict): number => all.filter((one) => one.verdict === verdict).length;
  const told = VERDICTS.filter((verdict) => count(verdict) > 0).map(
    (verdict) => `${VERDICT_LABELS[verdict]} ${count(verdict)}`,
  );
  if (all.length === 0) return `${now} 年报告没有数字目标`;
  return `${now} 年定的数字目标共 ${all.length} 项：${told.join('，')}`;
}

/** 核心数字 with last year's, the change, the target and what became of it, and the new one. */
export function figuresPart(
  material: DigestMaterial,
  figures: readonly DigestFigure[],
  footnotes: Footnotes,
): TablePart {
  const years = yearsOf(material);
  const [column] = material.matrix.columns.filter(
    ({ place, year }) => place === years.place && year === years.now,
  );
  return {
    kind: 'figures',
    title: '核心数字',
    caption: countsOf(material, years),
    table: { columns: columnsOf(years), rows: figures.map((figure) => rowOf(figure, years, footnotes)) },
    data: column ? figures.map(({ now, row }) => dataPoint(now, row, column, footnotes)) : [],
  };
}
