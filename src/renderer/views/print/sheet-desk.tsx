import type { ReactNode } from 'react';
import { Bench } from '../../../paper/pages';
import type { Sheet } from '../../../shared/sheet';
import { Output } from './output';
import { Preview } from './preview';
import { usePages, type Paged } from './use-pages';

/** The sheet at the right, how many pages it has and what can be done with them under its settings at the left. */
export function SheetDesk({
  sheet,
  children,
}: {
  readonly sheet: Sheet;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <PagedDesk sheet={sheet} paged={usePages(sheet)}>
      {children}
    </PagedDesk>
  );
}

/** The same for who has cut the sheet into pages already. */
export function PagedDesk({
  sheet,
  paged: { flow, bench, pages },
  children,
}: {
  readonly sheet: Sheet;
  readonly paged: Paged;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <>
      <aside className="print-settings" aria-label="印什么">
        <Output sheet={sheet} ready={pages !== null} />
        {pages && <p className="print-count">共 {pages.length} 页</p>}
        {children}
      </aside>
      <section className="print-preview" aria-label="预览" tabIndex={0}>
        <Preview sheet={sheet} flow={flow} pages={pages} />
      </section>
      <Bench sheet={sheet} flow={flow} ref={bench} />
    </>
  );
}
