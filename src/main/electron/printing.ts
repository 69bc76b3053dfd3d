import type { BrowserWindow } from 'electron';
import type { Fault, Result } from '../../shared/fault';
import { fail, succeed } from '../../shared/fault';
import type { PrintPaper } from '../../shared/host';

/** Reasons Electron gives when a person closes the print dialog: no fault. */
const CANCELLED = /cancel/i;

/** Reasons Electron gives where there is no printer at all, or no service that knows of printers. */
const NO_PRINTER = /no printers|enumerate printers/i;

const printFault = (reason: string): Fault =>
  NO_PRINTER.test(reason)
    ? {
        code: 'no-printer',
        subject: '打印',
        reason: '这台机器上没有打印机',
        remedy: '请先装好打印机，或另存为 PDF',
        detail: reason,
      }
    : {
        code: 'print-failed',
        subject: '打印',
        reason: '打印机没有接受',
        remedy: '请检查打印机，或另存为 PDF',
        detail: reason,
      };

/** Opens the print dialog on the sheet's own paper: with nothing said Electron takes A4, upright, in colour. */
export const print = (
  { webContents }: BrowserWindow,
  { size, orientation, grey }: PrintPaper,
): Promise<Result<null>> =>
  new Promise((resolve) => {
    const options = {
      printBackground: true,
      pageSize: size,
      landscape: orientation === 'landscape',
      color: !grey,
      // The sheet has its margins inside its pages.
      margins: { marginType: 'none' },
    } as const;
    webContents.print(options, (done, reason) =>
      resolve(done || CANCELLED.test(reason) ? succeed(null) : fail(printFault(reason))),
    );
  });

/** Makes a PDF of the page: by its own page rules, and on the same paper where it has none. */
export const printToPdf = async (
  { webContents }: BrowserWindow,
  { size, orientation }: PrintPaper,
): Promise<Result<Uint8Array>> => {
  const pdf = await webContents.printToPDF({
    printBackground: true,
    preferCSSPageSize: true,
    pageSize: size,
    landscape: orientation === 'landscape',
    margins: { top: 0, right: 0, bottom: 0, left: 0 },
  });
  return succeed(new Uint8Array(pdf));
};
