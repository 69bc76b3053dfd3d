import type { ReactNode } from 'react';
import { toRaw } from '../../../shared/parse';
import type { Join, RemovalReason, Report } from '../../../shared/report';

export const REMOVAL_LABELS: Readonly<Record<RemovalReason, string>> = {
  'page-mark': '页码',
  'page-head': '页眉页脚',
  contents: '目录',
  markup: '排版记号',
  bullet: '项目符号',
  control: '控制字符',
  'page-chrome': '网页或版面残字',
};

/** A stretch of the raw text: kept, left out for a reason, or the place where a broken line was joined. */
type Run =
  | { readonly kind: 'kept'; readonly text: string }
  | { readonly kind: 'removed'; readonly text: string; readonly reason: RemovalReason }
  | { readonly kind: 'join' };

interface Mark {
  /** In the raw text. */
  readonly at: number;
  readonly end: number;
  readonly reason: RemovalReason | null;
}

/** Where the line ends that was joined to the next: behind the last character before the break. */
const lineEnd = (report: Report, { at }: Join): number =>
  report.raw.slice(0, toRaw(report, at)).trimEnd().length;

const marksOf = (report: Report): readonly Mark[] =>
  [
    ...report.removals.map(({ range, reason }) => ({ at: range.start, end: range.end, reason })),
    ...report.joins.map((join) => ({ at: lineEnd(report, join), end: lineEnd(report, join), reason: null })),
  ].sort((a, b) => a.at - b.at);

/** The raw text cut at what the parser left out and at what it joined; the runs' text joined is the raw text. */
export const sourceRuns = (report: Report): readonly Run[] => {
  const { raw } = report;
  const runs: Run[] = [];
  let at = 0;
  for (const mark of marksOf(report)) {
    if (mark.at > at) runs.push({ kind: 'kept', text: raw.slice(at, mark.at) });
    if (mark.reason) runs.push({ kind: 'removed', text: raw.slice(mark.at, mark.end), reason: mark.reason });
    else runs.push({ kind: 'join' });
    at = Math.max(at, mark.end);
  }
  return at < raw.length ? [...runs, { kind: 'kept', text: raw.slice(at) }] : runs;
};

const runOf = (run: Run, index: number): ReactNode => {
  if (run.kind === 'kept') return run.text;
  // The sign is drawn by the style sheet, so that copied text is the source and nothing else.
  if (run.kind === 'join') return <span key={index} className="join" title="整理时接上下一行" />;
  return (
    <del key={index} title={`${REMOVAL_LABELS[run.reason]}，整理时略去`}>
      {run.text}
    </del>
  );
};

/** 原文: the source as it is, character for character; what 整理 leaves out is struck through, joins are signed. */
export function SourceText({ report }: { readonly report: Report }): ReactNode {
  return <div className="source-text">{sourceRuns(report).map(runOf)}</div>;
}
