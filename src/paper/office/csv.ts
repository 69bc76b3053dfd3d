import { csvCell } from '../../shared/exchange';
import type { Sheet } from '../../shared/sheet';
import { spreadsOf, type SpreadCell } from './spread';

/** Excel and WPS read a CSV as UTF-8 only where it begins with a byte order mark. */
const BOM = '\uFEFF';

const NEWLINE = '\r\n';

const row = (cells: readonly SpreadCell[]): string =>
  cells.map((cell) => (typeof cell === 'number' ? String(cell) : csvCell(cell ?? ''))).join(',');

/** The whole sheet as one CSV: table after table with an empty line between, each under its name. */
export function makeCsv(sheet: Sheet): Promise<Uint8Array> {
  const head = [row([sheet.title, sheet.subtitle, sheet.date]), row([sheet.foot])];
  const tables = spreadsOf(sheet).map(({ name, caption, head: columns, rows }) =>
    [row([name, caption]), row(columns), ...rows.map(row)].join(NEWLINE),
  );
  const text = [head.join(NEWLINE), ...tables].join(NEWLINE + NEWLINE);
  return Promise.resolve(new TextEncoder().encode(`${BOM}${text}${NEWLINE}`));
}
