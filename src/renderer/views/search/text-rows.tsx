import type { ReactNode } from 'react';
import { typeset } from '../../../shared/parse';
import { ROLE_LABELS, type Role } from '../../../shared/report';
import { differenceLabel, type NearResults, type Results, type Sort } from '../../../shared/search';
import { isComplete } from '../../state/search/answer';
import { Marked } from './marked';
import type { Line } from './lines';
import type { ResultRow } from './result-list';
import { RowReport, type ReportName } from './row-report';

const roleWord = (role: Role): string => (role === 'five-year' ? '五年' : ROLE_LABELS[role]);

function TextRow({ line }: { readonly line: Line }): ReactNode {
  const { passage, text, marks, boxes, near, cutBefore, cutAfter } = line;
  const section = [typeset(passage.heading), passage.kind === 'tile' && '图块'].filter(Boolean).join('，');
  return (
    <>
      <span className="result-excerpt">
        {cutBefore && '……'}
        <Marked text={typeset(text)} marks={marks} boxes={boxes} near={near} />
        {cutAfter && '……'}
      </span>
      <span className="result-section" title={section}>
        {section}
      </span>
      <span className="result-role">{roleWord(passage.role)}</span>
    </>
  );
}

function GroupHead({
  name,
  year,
  count,
}: {
  readonly name: ReportName | undefined;
  /** Said once for neighbouring groups of one year. */
  readonly year: boolean;
  /** Undefined while hits of the group are still to come. */
  readonly count: number | undefined;
}): ReactNode {
  return (
    <>
      {year && <span className="result-year">{name?.year ?? '年份不详'}</span>}
      <span className="caption">
        {name?.place} {count !== undefined && `${count} 处`}
      </span>
    </>
  );
}

/** 近似 with its count and what differs: 差一个字：企 → 产. */
function NearHead({ near }: { readonly near: NearResults }): ReactNode {
  const labels = new Set(
    near.hits.flatMap(({ matches }) =>
      matches.flatMap(({ differences }) => differences.map(differenceLabel)),
    ),
  );
  const shown = [...labels].slice(0, 3).join('；');
  return (
    <span className="near-head">
      <span className="near-tag">近似</span>
      <b>{near.total.matches} 处</b>
      <span className="near-why">
        {shown}
        {labels.size > 3 && '等'}。数字从不近似。
      </span>
    </span>
  );
}

const groupKey = ({ near, passage }: Line): string => `${near ? 'near' : 'exact'} ${passage.report}`;

/** Places of each group; a group whose end has not been fetched has no count yet. */
const groupCounts = (lines: readonly Line[], complete: boolean): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  lines.forEach((line) => {
    const { start, end } = line.spots;
    counts.set(groupKey(line), (counts.get(groupKey(line)) ?? 0) + end - start);
  });
  const last = lines.at(-1);
  if (last && !complete) counts.delete(groupKey(last));
  return counts;
};

/** Rows of 正文: grouped by report under 按年份, each with its report under 按相关度; 近似 below. */
export const textRows = (
  lines: readonly Line[],
  results: Results,
  sort: Sort,
  nameOf: (report: string) => ReportName | undefined,
): readonly ResultRow[] => {
  const counts = groupCounts(lines, isComplete(results));
  const sameGroup = (a: Line | undefined, b: Line): boolean =>
    sort === 'year' && a !== undefined && groupKey(a) === groupKey(b);
  return lines.map((line, at) => {
    const { report } = line.passage;
    const before = lines[at - 1];
    const after = lines[at + 1];
    const name = nameOf(report);
    const first = !sameGroup(before, line);
    const sameYear = before?.near === line.near && nameOf(before.passage.report)?.year === name?.year;
    const grouped = <GroupHead name={name} year={!sameYear} count={counts.get(groupKey(line))} />;
    return {
      key: `${line.near ? 'near' : ''}${line.passage.id}:${line.spots.start}`,
      head: sort === 'year' ? first && grouped : <RowReport name={name} />,
      above: line.near && !before?.near && results.near ? <NearHead near={results.near} /> : undefined,
      first: sort === 'year' && first,
      last: sort === 'year' && !(after && sameGroup(line, after)),
      body: <TextRow line={line} />,
    };
  });
};
