import type { ReactNode } from 'react';
import { typeset } from '../../../shared/parse';
import { periodWords, sliceRange, type Observation } from '../../../shared/report';
import { useReport } from '../../state/library/use-reports';
import { Marked } from './marked';
import type { ResultRow } from './result-list';
import { stretchAround } from '../parts/stretch';
import { RowReport, type ReportName } from './row-report';

/** A number with the clause that states it: no value stands here without its words. */
function NumberRow({
  observation,
  limit,
}: {
  readonly observation: Observation;
  /** Width of the row's text, em. */
  readonly limit: number;
}): ReactNode {
  const { range, quote, kind, doubt, indicator, period } = observation;
  const report = useReport(observation.report);
  const clause = report ? sliceRange(report.clean, quote) : '';
  const mark = { start: range.start - quote.start, end: range.end - quote.start };
  const shown = stretchAround(clause, [mark], limit);
  const { start } = shown.range;
  const about = `${periodWords(period)} ${indicator}`;
  return (
    <>
      <span className="result-excerpt">
        {shown.cutBefore && '……'}
        <Marked
          text={typeset(sliceRange(clause, shown.range)).replaceAll('\n', ' ')}
          marks={[{ start: mark.start - start, end: mark.end - start }]}
        />
        {shown.cutAfter && '……'}
      </span>
      <span className="result-section" title={about}>
        {about}
      </span>
      <span className="result-role">
        <span className={`mark ${doubt ? 'doubt' : kind}`} aria-hidden="true" />{' '}
        {kind === 'result' ? '结果' : '目标'}
      </span>
    </>
  );
}

/** Rows of 指标: what was asked for by name first, each with the report that states it. */
export const numberRows = (
  numbers: readonly Observation[],
  limit: number,
  nameOf: (report: string) => ReportName | undefined,
): readonly ResultRow[] =>
  numbers.map((observation) => ({
    key: observation.id,
    head: <RowReport name={nameOf(observation.report)} />,
    first: false,
    last: false,
    body: <NumberRow observation={observation} limit={limit} />,
  }));
