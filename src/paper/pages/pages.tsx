import type { ReactNode } from 'react';
import type { Sheet } from '../../shared/sheet';
import type { Flow } from './flow';
import type { PrintedPage } from './pack';
import { SheetPage } from './page';
import { paperStyle } from './paper-style';

/** The pages as they will be printed: these elements are the ones that go to the printer. */
export function SheetPages({
  sheet,
  flow,
  pages,
}: {
  readonly sheet: Sheet;
  readonly flow: Flow;
  readonly pages: readonly PrintedPage[];
}): ReactNode {
  return (
    <div className="sheet-pages" style={paperStyle(sheet.paper)}>
      {pages.map((page, index) => (
        <div key={index} className="sheet-frame">
          <SheetPage sheet={sheet} flow={flow} page={page} number={index + 1} count={pages.length} />
        </div>
      ))}
    </div>
  );
}
