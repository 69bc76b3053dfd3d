import type { ReactNode } from 'react';
import { useShell, usePositions } from '../../state/app';
import { shortName, type Shelved } from '../../state/library/library';
import { progressWords } from '../../state/library/positions';
import { PlaceActs } from './shelf-groups';
import { lineAt, type ShelfLine } from './shelf-lines';

/** The forms of a spine: the full text filled, anything about it outlined. */
const formOf = ({ entry }: Shelved): string => (entry.genre === '全文' ? 'spine full' : 'spine');

function Year({
  line,
  year,
  stop,
}: {
  readonly line: ShelfLine;
  readonly year: number;
  readonly stop: boolean;
}): ReactNode {
  const { navigation } = useShell();
  const found = lineAt(line, year);
  if (found === 'gap')
    return (
      <span className="shelf-year">
        <span className="spine lacking" role="img" aria-label={`${line.place} ${year} 年，缺`} />
      </span>
    );
  return (
    <span className="shelf-year">
      {found.map((item, at) => (
        <button
          key={item.entry.id}
          className={formOf(item)}
          tabIndex={stop && at === 0 ? 0 : -1}
          data-report={item.entry.id}
          data-column={year}
          aria-label={`${shortName(item.entry)} ${item.entry.genre}`}
          title={`${shortName(item.entry)} ${item.entry.genre}`}
          onClick={() => navigation.getState().openReport(item.entry.id)}
        />
      ))}
    </span>
  );
}

function Item({ item, off }: { readonly item: Shelved; readonly off: ReactNode }): ReactNode {
  const { navigation } = useShell();
  const { entry } = item;
  const position = usePositions((state) => state.byReport[entry.id]);
  return (
    <li className="shelf-item">
      <button className="quiet" onClick={() => navigation.getState().openReport(entry.id)}>
        {entry.year} {entry.title}
      </button>
      <span className="caption">
        {entry.genre} · {item.state === 'damaged' ? item.fault.reason : progressWords(position)}
      </span>
      {off}
    </li>
  );
}

/** A place on one line: its name, its years as spines, how many reports; opened, each report by name. */
export function Line({
  line,
  years,
  open,
  stop,
  onOpen,
  off,
}: {
  readonly line: ShelfLine;
  readonly years: readonly number[];
  readonly open: boolean;
  /** The column the Tab key stops at: `name` or a year; null on every other line. */
  readonly stop: string | null;
  readonly onOpen: () => void;
  readonly off: (item: Shelved) => ReactNode;
}): ReactNode {
  return (
    <>
      <div className="shelf-line">
        <button
          className="shelf-place"
          tabIndex={stop === 'name' ? 0 : -1}
          data-column="name"
          aria-expanded={open}
          onClick={onOpen}
        >
          {line.place}
        </button>
        {years.map((year) => (
          <Year key={year} line={line} year={year} stop={stop === String(year)} />
        ))}
        <span className="caption shelf-count">{line.items.length} 篇</span>
      </div>
      {open && <PlaceActs place={line.place} />}
      {open && (
        <ul className="shelf-items" aria-label={`${line.place}的报告`}>
          {line.items.map((item) => (
            <Item key={item.entry.id} item={item} off={off(item)} />
          ))}
        </ul>
      )}
    </>
  );
}
