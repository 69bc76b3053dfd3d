import { useEffect, useRef, type ReactNode } from 'react';
import { typeset } from '../../../shared/parse';
import { ROLE_LABELS, type Report, type Section } from '../../../shared/report';
import { Term } from '../parts/term';

const caveatCount = ({ caveats }: Report, { range }: Section): number =>
  caveats.filter((caveat) => caveat.range.start >= range.start && caveat.range.start < range.end).length;

/** 一年来，我们… opens every head of a review: the outline leaves it out. */
const LEAD_IN = /^(?:[一五]年来|这[一五]年|过去[一五]年)[，,](?:我们)?/;

/** A long heading of two clauses stands on two lines, the second smaller. */
const headingLines = (full: string): readonly string[] => {
  const heading = full.replace(LEAD_IN, '');
  const [first = heading, ...rest] = typeset(heading).split(/[，、　\s](?=.{4})/);
  return rest.length === 1 && first.length >= 4 ? [first, rest[0] ?? ''] : [typeset(heading)];
};

function Entry({
  report,
  section,
  current,
  onGo,
}: {
  readonly report: Report;
  readonly section: Section;
  readonly current: boolean;
  readonly onGo: (section: Section) => void;
}): ReactNode {
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const leaf = !report.sections.some(({ parent }) => parent === section.index);
  const caveats = leaf ? caveatCount(report, section) : 0;
  const [first, second] = section.level === 1 ? [typeset(section.heading)] : headingLines(section.heading);
  return (
    <li>
      <button
        ref={row}
        className={`outline-entry ${current ? 'row-selected' : ''}`}
        data-level={section.level}
        aria-current={current ? 'location' : undefined}
        onClick={() => onGo(section)}
      >
        {section.number && <span className="outline-number">{section.number}</span>}
        <span className="outline-heading">
          {first}
          {second && <small>{second}</small>}
        </span>
        {caveats > 0 && (
          <span className="outline-caveats">
            <span className="mark doubt" aria-hidden="true" /> {caveats}
            <span className="visually-hidden">处存疑</span>
          </span>
        )}
        {section.level === 1 && <span className="caption">{ROLE_LABELS[section.role]}</span>}
      </button>
    </li>
  );
}

/** The section the reader is in and those around it: the branch whose third level is shown. */
const branchOf = ({ sections }: Report, current: number | null): ReadonlySet<number> => {
  const branch = new Set<number>();
  for (let at = current; at !== null; at = sections[at]?.parent ?? null) branch.add(at);
  return branch;
};

/** 目录: headed sections to the second level, and to the third where the reader is. */
export function Outline({
  report,
  current,
  onGo,
  onRepairs,
  children,
}: {
  readonly report: Report;
  /** Index of the section at the top of the window. */
  readonly current: number | null;
  readonly onGo: (section: Section) => void;
  readonly onRepairs: () => void;
  /** What stands between the headings and the foot: the bookmarks. */
  readonly children?: ReactNode;
}): ReactNode {
  const branch = branchOf(report, current);
  const headed = report.sections.filter(
    ({ heading, level, parent }) =>
      heading && (level <= 2 || (level === 3 && parent !== null && branch.has(parent))),
  );
  const shown = headed.findLast(({ index }) => branch.has(index));
  return (
    <nav className="outline" aria-label="目录">
      <h2 className="caption outline-title">目录</h2>
      <ol>
        {headed.map((section) => (
          <Entry
            key={section.index}
            report={report}
            section={section}
            current={section.index === shown?.index}
            onGo={onGo}
          />
        ))}
      </ol>
      {children}
      <footer className="outline-foot">
        <span>
          <span className="mark doubt" aria-hidden="true" /> <Term word="存疑" /> {report.caveats.length} 处
        </span>
        <button className="quiet" onClick={onRepairs}>
          修补记录
        </button>
      </footer>
    </nav>
  );
}
