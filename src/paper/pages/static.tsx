import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Sheet } from '../../shared/sheet';
import { Bench, measuresOf, type BenchHeights } from './bench';
import { makeFlow } from './flow';
import { SheetFootnote, SheetItem } from './item';
import { pack } from './pack';
import { pageRule, paperStyle } from './paper-style';
import { SheetPages } from './pages';

/** Style sheets a page of its own needs: the fonts and tokens of the reader, and the sheet's. */
export type Styles = readonly string[];

/** What is not taken over from the reader's own page. */
const STANDALONE = `
body { margin: 0; background: #fff; }
.sheet-frame { break-after: page; }
.sheet-frame:last-child { break-after: auto; }
`;

/** A long page instead of a stack of them: it breaks where the paper does, but never inside a row. */
const ONE_PAGE = `
.sheet-page.document { height: auto; min-height: 100vh; margin: 0 auto; overflow: visible; }
.document .sheet-body > *, .document .sheet-footnote { break-inside: avoid; }
.document :is(.sheet-part, .sheet-head, .sheet-group) { break-after: avoid; }
.document .sheet-footnotes { margin-top: 24px; }
@media print {
  .sheet-page.document { width: auto; padding: 0; }
}
`;

const page = (sheet: Sheet, styles: Styles, rules: string, body: ReactNode): string =>
  `<!doctype html>${renderToStaticMarkup(
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{`${sheet.title} ${sheet.subtitle}`.trim()}</title>
        <style>{[...styles, STANDALONE, rules].join('\n')}</style>
      </head>
      <body>{body}</body>
    </html>,
  )}`;

/** A page with the bench alone, to be measured by `readHeights`. */
export const benchHtml = (sheet: Sheet, styles: Styles): string =>
  page(sheet, styles, '', <Bench sheet={sheet} flow={makeFlow(sheet)} />);

/** The pages themselves, filled by the heights read off the bench: what the preview shows. */
export const pagesHtml = (sheet: Sheet, heights: BenchHeights, styles: Styles): string => {
  const flow = makeFlow(sheet);
  const pages = pack(flow, measuresOf(heights, sheet));
  return page(sheet, styles, pageRule(sheet.paper), <SheetPages sheet={sheet} flow={flow} pages={pages} />);
};

/** The sheet as one document to read in a browser: the same items in one run, the sources at its end. */
export const documentHtml = (sheet: Sheet, styles: Styles): string => {
  const { items, clusters } = makeFlow(sheet);
  const { top, right, bottom, left } = sheet.paper.margins;
  const { size, orientation } = sheet.paper;
  const rule = `@page { size: ${size} ${orientation}; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; }`;
  return page(
    sheet,
    styles,
    `${ONE_PAGE}${rule}`,
    <main className={`sheet-page document${sheet.paper.grey ? ' grey' : ''}`} style={paperStyle(sheet.paper)}>
      <div className="sheet-body">
        {clusters
          .flatMap((cluster) => cluster.items)
          .map((index) => {
            const item = items[index];
            return item && <SheetItem key={index} item={item} sheet={sheet} />;
          })}
      </div>
      {sheet.footnotes.length > 0 && (
        <div className="sheet-footnotes">
          {sheet.footnotes.map((footnote) => (
            <SheetFootnote key={footnote.number} footnote={footnote} />
          ))}
        </div>
      )}
      <footer className="sheet-foot">{sheet.foot}</footer>
    </main>,
  );
};
