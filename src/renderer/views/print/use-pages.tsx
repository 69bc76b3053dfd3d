import { useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { Sheet } from '../../../shared/sheet';
import { makeFlow, type Flow } from './flow';
import { fontsFor } from './fonts';
import { SheetFootnote, SheetItem } from './items';
import { pack, type Measures, type PrintedPage } from './pack';
import { PageFoot, paperStyle } from './page';

const heightOf = (element: Element | null): number => element?.getBoundingClientRect().height ?? 0;

const measure = (bench: HTMLElement, sheet: Sheet): Measures => {
  const [body, notes, foot, room, rule] = ['items', 'notes', 'foot', 'room', 'rule'].map((name) =>
    bench.querySelector(`[data-bench="${name}"]`),
  );
  const items = Array.from(body?.children ?? [], heightOf);
  const footnotes = new Map(
    Array.from(notes?.children ?? [], (child, index) => [sheet.footnotes[index]?.number, heightOf(child)]),
  );
  return {
    item: (index) => items[index] ?? 0,
    footnote: (number) => footnotes.get(number) ?? 0,
    room: heightOf(room ?? null) - heightOf(foot?.firstElementChild ?? null),
    footnoteRule: heightOf(rule ?? null),
  };
};

/** Everything of a sheet once, at its printed width and out of sight, to be measured. */
export function Bench({
  sheet,
  flow,
  bench,
}: {
  readonly sheet: Sheet;
  readonly flow: Flow;
  readonly bench: RefObject<HTMLDivElement | null>;
}): ReactNode {
  return (
    <div ref={bench} className="sheet-bench" style={paperStyle(sheet.paper)} aria-hidden="true" inert>
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

interface Packed {
  readonly flow: Flow;
  readonly pages: readonly PrintedPage[];
}

/** A sheet cut into pages by the real heights of its parts; `pages` is null until the fonts are there. */
export const usePages = (sheet: Sheet) => {
  const flow = useMemo(() => makeFlow(sheet), [sheet]);
  const bench = useRef<HTMLDivElement>(null);
  const [packed, setPacked] = useState<Packed | null>(null);
  useEffect(() => {
    let wanted = true;
    const element = bench.current;
    if (element)
      void fontsFor(element).then(() => {
        if (wanted) setPacked({ flow, pages: pack(flow, measure(element, sheet)) });
      });
    return () => {
      wanted = false;
    };
  }, [flow, sheet]);
  return { flow, bench, pages: packed?.flow === flow ? packed.pages : null };
};
