import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { fail, succeed, type Result } from '../shared/fault';
import type { Sheet } from '../shared/sheet';

export const SHEET_FORMATS = ['pdf', 'docx', 'xlsx', 'html', 'csv'] as const;

type SheetFormat = (typeof SHEET_FORMATS)[number];

export const isSheetFormat = (name: string): name is SheetFormat =>
  (SHEET_FORMATS as readonly string[]).includes(name);

const styleOf = (path: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8');

/** The style sheets of the preview, so that the file looks as it does there. */
const readStyles = (): Promise<readonly string[]> =>
  Promise.all(
    [
      'renderer/styles/tokens.css',
      ...['sheet', 'sheet-table', 'sheet-marks'].map((name) => `paper/pages/${name}.css`),
    ].map(styleOf),
  );

/** The sheet as a file of this format. The makers are large, and every other command does without them. */
export async function makeSheetFile(sheet: Sheet, format: SheetFormat): Promise<Result<Uint8Array>> {
  try {
    if (format === 'pdf') {
      const { makePdf } = await import('./sheet-pdf');
      return await makePdf(sheet, await readStyles());
    }
    if (format === 'html') {
      const { documentHtml } = await import('../paper/pages/static');
      return succeed(new TextEncoder().encode(documentHtml(sheet, await readStyles())));
    }
    const { OFFICE } = await import('../paper/office');
    return succeed(await OFFICE[format].make(sheet));
  } catch (error) {
    return fail({
      code: 'sheet-failed',
      subject: `对照表（${format}）`,
      reason: '没有做成',
      remedy: '请换一种格式再试。',
      detail: String(error),
    });
  }
}
