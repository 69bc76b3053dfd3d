import type { ReactNode } from 'react';
import { differs, type AcrossCell } from '../../../../shared/compare';
import { periodWords, sectionPath, type Observation, type Report } from '../../../../shared/report';
import { sentenceOf } from '../matrix/sentence';
import type { AcrossSpot } from './table';

/** What the sentence bar is told of the cell the keys stand on. */
export interface ChosenCell {
  readonly spot: AcrossSpot;
  readonly cell: AcrossCell;
  /** The number whose sentence is shown. */
  readonly observation: Observation | null;
  readonly report: Report | undefined;
}

/** Says what the computed rank counts, and why it may be another than the stated one. */
const rankWords = (cell: AcrossCell): string => {
  const { computed } = cell;
  if (!computed) return '';
  const counted = `算得 ${String(computed.rank)}/${String(computed.of)}：按在架报告里有结果、不存疑的 ${String(computed.of)} 地排，同数同位`;
  return differs(cell) ? `${counted}。报告说的是另一范围或口径，两样不一致` : counted;
};

function Quote({
  observation,
  report,
}: {
  readonly observation: Observation;
  readonly report: Report;
}): ReactNode {
  const { before, figure, after } = sentenceOf(report, observation);
  const path = sectionPath(report, observation.range.start);
  return (
    <>
      <p className="matrix-sentence">
        {before}
        <strong>{figure}</strong>
        {after}
      </p>
      <p className="caption matrix-source">
        {report.meta.place} {report.meta.year}
        {path && ` · ${path}`}
      </p>
    </>
  );
}

/** The sentence of the cell the keys stand on, and the ways on from it. */
export function AcrossSentence({
  chosen,
  onOpen,
  onNote,
}: {
  readonly chosen: ChosenCell | null;
  readonly onOpen: () => void;
  readonly onNote: () => void;
}): ReactNode {
  if (!chosen)
    return (
      <aside className="matrix-bar" aria-label="原句">
        <p className="caption">选一格，这里显示它的原句。方向键移动，回车到原文，S 按这一年排，N 写批注。</p>
      </aside>
    );
  const { spot, cell, observation, report } = chosen;
  return (
    <aside className="matrix-bar" aria-label="原句" aria-live="polite">
      <div className="across-chosen">
        <h2>{spot.place}</h2>
        <p className="caption">{observation ? periodWords(observation.period) : `${String(spot.year)} 年`}</p>
      </div>
      {observation && report && <Quote observation={observation} report={report} />}
      {!observation && (
        <p className="matrix-sentence">
          {cell.absence === '缺报告'
            ? `书架上没有${spot.place} ${String(spot.year + 1)} 年的报告，这一年的结果多半写在那里。`
            : '报告里没有提到这一项。'}
        </p>
      )}
      <p className="caption across-why">
        {observation?.doubt ? `存疑，不排名次：${observation.doubt}` : rankWords(cell)}
      </p>
      {observation && (
        <div className="matrix-bar-actions">
          <button className="button small" onClick={onOpen}>
            回到原文
          </button>
          <button className="button small" title="给这一格写批注（N）" onClick={onNote}>
            加批注
          </button>
        </div>
      )}
    </aside>
  );
}
