import { useState, type ReactNode } from 'react';
import type { MatrixBreak, MatrixCell, MatrixColumn, MatrixRow } from '../../../../shared/compare';
import { GLOSSARY, periodWords, sectionPath, type Observation } from '../../../../shared/report';
import { useReport } from '../../../state/library/use-reports';
import { MARK_WORDS, markOf, type LikelySame } from '../../../../shared/indicators';
import { shownUnit } from './lines';
import { sentenceOf } from './sentence';

/** The cell the reader selected. */
export interface SelectedCell {
  readonly row: MatrixRow;
  readonly column: MatrixColumn;
  readonly cell: MatrixCell;
}

/** Every statement behind a cell, values first, then what was said with them. */
interface Statement {
  readonly observation: Observation;
  /** 目标 ≥65%, 同比＋27.5%. */
  readonly label: string;
  readonly doubt: string | null;
  readonly reason: string | null;
}

const statementsOf = ({ row, cell }: SelectedCell): readonly Statement[] =>
  cell.values.flatMap((value) => {
    const label = `${MARK_WORDS[markOf(value)]} ${value.text} ${shownUnit(value, row)}`;
    const own = [value.observation, ...value.repeats].map((observation, at) => ({
      observation,
      label: at === 0 ? label : `${label}（又见）`,
      doubt: value.doubt,
      reason: value.outcome?.reason ?? null,
    }));
    const told = value.remarks.flatMap(({ text, observations }) =>
      observations.map((observation) => ({ observation, label: text, doubt: null, reason: null })),
    );
    return [...own, ...told];
  });

const breakWords = ({ kind, words }: MatrixBreak): string =>
  `${words}。${GLOSSARY[kind === 'unit' ? '单位变' : '口径变']}`;

const absenceWords = ({ column, cell }: SelectedCell, instead: LikelySame | null): string => {
  if (cell.absence === '缺报告') return `${column.caption}，这一年没有数。`;
  const where = column.caption || `${String(column.year)} 年没有报告`;
  if (instead)
    return `${where}：没有提到这一项；同年另有“${instead.row.name}”，可能是同一项（${instead.evidence[0] ?? ''}），看过原句可以合并。`;
  return cell.near
    ? `${where}：没有用这个名称，同年另有${cell.near.map((name) => `“${name}”`).join('、')}，是不是一回事要看原句。`
    : `${where}：没有提到这一项。`;
};

function Quote({ statement }: { readonly statement: Statement }): ReactNode {
  const { observation, doubt, reason } = statement;
  const report = useReport(observation.report);
  if (!report) return null;
  const { before, figure, after } = sentenceOf(report, observation);
  const path = sectionPath(report, observation.range.start);
  return (
    <>
      <div className="matrix-quote">
        <p className="matrix-sentence">
          {before}
          <strong>{figure}</strong>
          {after}
        </p>
        {(doubt ?? reason) && (
          <p className="caption">
            {doubt ? '存疑：' : ''}
            {doubt ?? reason}
          </p>
        )}
      </div>
      <p className="caption matrix-source">
        {report.meta.place} {report.meta.year}
        {path && ` · ${path}`}
      </p>
    </>
  );
}

/** The ways on from the selected cell. */
interface Ways {
  readonly onOpen: (observation: Observation) => void;
  readonly onChart: (row: MatrixRow) => void;
  /** Writes a note on all that the cell states. */
  readonly onNote: () => void;
  /** Asks which rows are one indicator with this one. */
  readonly onSame: (selected: SelectedCell) => void;
}

/** The sentence of the selected cell, and the ways on from it. */
export function SentenceBar({
  selected,
  instead,
  ...ways
}: Ways & {
  readonly selected: SelectedCell | null;
  /** Of an empty cell: the row that may be the same under another name. */
  readonly instead: LikelySame | null;
}): ReactNode {
  if (!selected)
    return (
      <aside className="matrix-bar" aria-label="原句">
        <p className="caption">
          选一格，这里显示它的原句。方向键移动，回车选中，再按回车到原文，按 N 写批注；按住 Shift 选几格，Ctrl
          C 复制。
        </p>
      </aside>
    );
  const { row, column } = selected;
  return <Filled key={`${row.id} ${column.id}`} {...{ selected, instead }} {...ways} />;
}

function Filled({
  selected,
  instead,
  onOpen,
  onChart,
  onNote,
  onSame,
}: Ways & { readonly selected: SelectedCell; readonly instead: LikelySame | null }): ReactNode {
  const [chosen, choose] = useState(0);
  const { row, column, cell } = selected;
  const statements = statementsOf(selected);
  const statement = statements[chosen] ?? statements[0];
  return (
    <aside className="matrix-bar" aria-label="原句" aria-live="polite">
      <div className="matrix-bar-name">
        <h2>{row.name}</h2>
        {statements.length > 1 ? (
          <select
            className="matrix-statements"
            aria-label="看哪一个数的原句"
            value={chosen}
            onChange={({ target }) => choose(Number(target.value))}
          >
            {statements.map(({ observation, label }, at) => (
              <option key={`${observation.id} ${label}`} value={at}>
                {periodWords(observation.period)}　{label}
              </option>
            ))}
          </select>
        ) : (
          <p className="caption">
            {statement
              ? `${periodWords(statement.observation.period)}　${statement.label}`
              : `${String(column.year)} 年`}
          </p>
        )}
      </div>
      {cell.break && <p className="caption matrix-broken">{breakWords(cell.break)}</p>}
      {statement ? (
        <Quote statement={statement} />
      ) : (
        <p className="matrix-sentence">{absenceWords(selected, instead)}</p>
      )}
      <div className="matrix-bar-actions">
        {statement && (
          <>
            <button className="button small" onClick={() => onOpen(statement.observation)}>
              回到原文
            </button>
            <button className="button small" title="给这一格写批注（N）" onClick={onNote}>
              加批注
            </button>
          </>
        )}
        <button
          className="button small"
          title="这一行与哪一行是同一项，哪个叫法不是"
          onClick={() => onSame(selected)}
        >
          合并或拆开…
        </button>
        <button className="button small" onClick={() => onChart(row)}>
          图表
        </button>
      </div>
    </aside>
  );
}
