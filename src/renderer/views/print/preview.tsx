import type { ReactNode } from 'react';
import { SheetPages, type Flow, type PrintedPage } from '../../../paper/pages';
import type { Sheet } from '../../../shared/sheet';
import { Opening } from '../states/states';

/** The pages as they will be printed. */
export function Preview({
  sheet,
  flow,
  pages,
}: {
  readonly sheet: Sheet;
  readonly flow: Flow;
  readonly pages: readonly PrintedPage[] | null;
}): ReactNode {
  return pages ? <SheetPages sheet={sheet} flow={flow} pages={pages} /> : <Opening what="正在排版" />;
}
