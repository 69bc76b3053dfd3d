import type { ReactNode, Ref } from 'react';
import type { Sheet } from '../../shared/sheet';
import type { Flow } from './flow';
import { SheetFootnote, SheetItem } from './item';
import type { Measures } from './pack';
import { PageFoot } from './page';
import { footnoteColumns, paperStyle } from './paper-style';

/** Everything of a sheet once, at its printed width and out of sight, to be measured. */
export function Bench({
  sheet,
  flow,
  ref,
}: {
  readonly sheet: Sheet;
  readonly flow: Flow;
  readonly ref?: Ref<HTMLDivElement>;
}): ReactNode {
  return (
    <div ref={ref} className="sheet-bench" style={paperStyle(sheet.paper)} aria-hidden="true" inert>
      <div className="sheet-page">
        <div data-bench="room" className="sheet-room" />
        <div data-bench="items" className="sheet-body">
          {flow.items.map((item, index) => (
            <SheetItem key={index} item={item} sheet={sheet} />
          ))}
        </div>
        <div data-bench="rule" className="sheet-footnotes" />
        <div className="sheet-footnotes">
          <div data-bench="notes">
            {sheet.footnotes.map((footnote) => (
              <SheetFootnote key={footnote.number} footnote={footnote} />
            ))}
          </div>
        </div>
        <div data-bench="foot">
          <PageFoot sheet={sheet} number={1} count={1} />
        </div>
      </div>
    </div>
  );
}

/** Heights read off the bench, in px. */
export interface BenchHeights {
  readonly items: readonly number[];
  readonly notes: readonly number[];
  readonly room: number;
  readonly foot: number;
  readonly rule: number;
}

interface Box {
  getBoundingClientRect(): { readonly height: number };
}

interface BenchElement {
  querySelectorAll(selectors: string): ArrayLike<Box>;
}

/** Reads the heights of a bench. Also runs as text in a page of its own, so it calls nothing outside itself. */
export const readHeights = (bench: BenchElement): BenchHeights => ({
  items: Array.from(
    bench.querySelectorAll('[data-bench="items"] > *'),
    (box) => box.getBoundingClientRect().height,
  ),
  notes: Array.from(
    bench.querySelectorAll('[data-bench="notes"] > *'),
    (box) => box.getBoundingClientRect().height,
  ),
  room: bench.querySelectorAll('[data-bench="room"]')[0]?.getBoundingClientRect().height ?? 0,
  foot: bench.querySelectorAll('[data-bench="foot"] > *')[0]?.getBoundingClientRect().height ?? 0,
  rule: bench.querySelectorAll('[data-bench="rule"]')[0]?.getBoundingClientRect().height ?? 0,
});

/** The heights as pages are filled by them. */
export const measuresOf = (
  { items, notes, room, foot, rule }: BenchHeights,
  { footnotes, paper }: Sheet,
): Measures => {
  const heights = new Map(footnotes.map(({ number }, index) => [number, notes[index] ?? 0]));
  return {
    item: (index) => items[index] ?? 0,
    footnote: (number) => heights.get(number) ?? 0,
    room: room - foot,
    footnoteRule: rule,
    footnoteColumns: footnoteColumns(paper),
  };
};
