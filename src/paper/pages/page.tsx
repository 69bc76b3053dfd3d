import type { ReactNode } from 'react';
import type { Sheet } from '../../shared/sheet';
import type { Flow } from './flow';
import { SheetFootnote, SheetItem } from './item';
import type { PrintedPage } from './pack';

/** The foot of a page: what the sheet is made from, and which page of how many. */
export function PageFoot({
  sheet,
  number,
  count,
}: {
  readonly sheet: Sheet;
  readonly number: number;
  readonly count: number;
}): ReactNode {
  return (
    <footer className="sheet-foot">
      <span>{sheet.foot}</span>
      <span className="sheet-number">
        第 {number} 页　共 {count} 页
      </span>
    </footer>
  );
}

/** One page at its printed size. */
export function SheetPage({
  sheet,
  flow,
  page,
  number,
  count,
}: {
  readonly sheet: Sheet;
  readonly flow: Flow;
  readonly page: PrintedPage;
  readonly number: number;
  readonly count: number;
}): ReactNode {
  const noteOf = (wanted: number) => sheet.footnotes.find((footnote) => footnote.number === wanted);
  return (
    <section
      className={sheet.paper.grey ? 'sheet-page grey' : 'sheet-page'}
      aria-label={`第 ${number} 页，共 ${count} 页`}
    >
      <div className="sheet-body">
        {page.items.map((index) => {
          const item = flow.items[index];
          return item && <SheetItem key={index} item={item} sheet={sheet} />;
        })}
      </div>
      {page.footnotes.flat().length > 0 && (
        <div className="sheet-footnotes">
          {page.footnotes.map((column, index) => (
            <div key={index}>
              {column.map((wanted) => {
                const footnote = noteOf(wanted);
                return footnote && <SheetFootnote key={wanted} footnote={footnote} />;
              })}
            </div>
          ))}
        </div>
      )}
      <PageFoot sheet={sheet} number={number} count={count} />
    </section>
  );
}
