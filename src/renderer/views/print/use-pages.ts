import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import {
  makeFlow,
  measuresOf,
  pack,
  pageRule,
  readHeights,
  type Flow,
  type PrintedPage,
} from '../../../paper/pages';
import type { Paper, Sheet } from '../../../shared/sheet';
import { fontsFor } from './fonts';

/** Tells the printer the size of the sheet while it is shown; a rule of a page cannot stand in a style sheet of all. */
const usePageSize = (paper: Paper): void => {
  const rule = pageRule(paper);
  useEffect(() => {
    const style = new CSSStyleSheet();
    style.replaceSync(rule);
    document.adoptedStyleSheets.push(style);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== style);
    };
  }, [rule]);
};

interface Packed {
  readonly flow: Flow;
  readonly pages: readonly PrintedPage[];
}

/** A sheet cut into pages by the real heights of its parts; `pages` is null until the fonts are there. */
export interface Paged {
  readonly flow: Flow;
  readonly bench: RefObject<HTMLDivElement | null>;
  readonly pages: readonly PrintedPage[] | null;
}

export const usePages = (sheet: Sheet): Paged => {
  const flow = useMemo(() => makeFlow(sheet), [sheet]);
  const bench = useRef<HTMLDivElement>(null);
  const [packed, setPacked] = useState<Packed | null>(null);
  usePageSize(sheet.paper);
  useEffect(() => {
    let wanted = true;
    const element = bench.current;
    if (element)
      void fontsFor(element).then(() => {
        if (wanted) setPacked({ flow, pages: pack(flow, measuresOf(readHeights(element), sheet)) });
      });
    return () => {
      wanted = false;
    };
  }, [flow, sheet]);
  return { flow, bench, pages: packed?.flow === flow ? packed.pages : null };
};
