import type { ReactNode } from 'react';
import { typesetCount } from '../../../shared/parse';
import {
  CAVEAT_LABELS,
  DOUBT_LABELS,
  type Caveat,
  type RemovalReason,
  type Report,
} from '../../../shared/report';
import { useLibrary } from '../../state/app';
import { REMOVAL_LABELS } from './source-text';

const removalCounts = (report: Report): readonly (readonly [RemovalReason, number])[] => {
  const counts = new Map<RemovalReason, number>();
  report.removals.forEach(({ reason }) => counts.set(reason, (counts.get(reason) ?? 0) + 1));
  return [...counts];
};

/** 修补记录: everything that 整理 does to the source, counted. */
export function Repairs({
  report,
  onClose,
}: {
  readonly report: Report;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <section>
      <h2 className="section-title repairs-title">
        修补记录
        <button className="icon-button" aria-label="关闭修补记录" onClick={onClose}>
          ×
        </button>
      </h2>
      <p className="caption">整理只略去记号、接上断行，不改一个字。原文一字未动，随时可以切换查看。</p>
      <ul className="margin-list">
        <li>接上断行 {report.joins.length} 处</li>
        {removalCounts(report).map(([reason, count]) => (
          <li key={reason}>
            略去{REMOVAL_LABELS[reason]} {count} 处
          </li>
        ))}
        <li>半角标点显示为全角 {typesetCount(report.clean)} 处</li>
      </ul>
    </section>
  );
}

/** 存疑: what is wrong with the source, each with its reason; a row leads to its place. */
export function Caveats({
  report,
  onGo,
}: {
  readonly report: Report;
  readonly onGo: (caveat: Caveat) => void;
}): ReactNode {
  const doubts = useLibrary((state) => state.doubts);
  const ruleOf = ({ type, range }: Caveat): string => {
    const doubt =
      type === 'implausible' &&
      doubts.find(({ observation }) => observation === `${report.id}:${range.start}`);
    return doubt ? ` · ${DOUBT_LABELS[doubt.rule]}` : '';
  };
  if (!report.caveats.length)
    return <p className="caption margin-empty">没有发现截断、重复、错字、错位或不合理之处。</p>;
  return (
    <ul className="margin-list">
      {report.caveats.map((caveat) => (
        <li key={`${caveat.type}${caveat.range.start}`}>
          <button className="margin-row" onClick={() => onGo(caveat)}>
            <span className="margin-row-head">
              <span className="mark doubt" aria-hidden="true" /> {CAVEAT_LABELS[caveat.type]}
              {ruleOf(caveat)}
            </span>
            <span className="margin-quote">
              {report.clean.slice(caveat.range.start, Math.min(caveat.range.end, caveat.range.start + 40))}
              {caveat.range.end - caveat.range.start > 40 && '……'}
            </span>
            <span className="caption">{caveat.reason}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
