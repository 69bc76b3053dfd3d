import { useState } from 'react';
import type { Fault, Result } from '../../../shared/fault';
import { fail, faultSentence, succeed } from '../../../shared/fault';
import type { FileToSave } from '../../../shared/host';
import type { Sheet } from '../../../shared/sheet';
import { useApp } from '../../state/app';

/** Files made of the sheet itself, without the pages. */
export type OfficeFormat = 'docx' | 'xlsx' | 'csv';

const MADE: Readonly<Record<OfficeFormat | 'pdf', string>> = {
  docx: 'Word 文件',
  xlsx: '表格',
  csv: 'CSV',
  pdf: 'PDF',
};

/** The makers are large and come with the first file that is asked for. */
const makeOffice = async (sheet: Sheet, format: OfficeFormat): Promise<Result<FileToSave>> => {
  try {
    const { OFFICE } = await import('../../../paper/office');
    const { mime, make } = OFFICE[format];
    return succeed({ name: `${nameOf(sheet)}.${format}`, mime, bytes: await make(sheet) });
  } catch (error) {
    return fail({
      code: 'office-failed',
      subject: MADE[format],
      reason: '没有做成',
      remedy: '请再试一次；打印和另一种格式不受影响。',
      detail: String(error),
    });
  }
};

const nameOf = ({ title, subtitle }: Sheet): string => `${title} ${subtitle}`.trim();

/** Printing and saving, with what became of it: one runs at a time. */
export const useOutput = (sheet: Sheet) => {
  const { host, toast } = useApp();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const run = async <T>(work: () => Promise<Result<T>>): Promise<T | null> => {
    setBusy(true);
    setFault(null);
    const result = await work();
    setBusy(false);
    if (result.ok) return result.value;
    setFault(result.fault);
    return null;
  };
  const save = async (format: OfficeFormat | 'pdf', file: FileToSave | null) => {
    const saved = file && (await run(() => host.saveFile(file)));
    if (saved?.saved)
      toast.getState().show({ text: saved.path ? `已存为 ${saved.path}` : `已存为${MADE[format]}` });
  };
  const savePdf = async () => {
    const bytes = await run(() => host.printToPdf());
    if (bytes) await save('pdf', { name: `${nameOf(sheet)}.pdf`, mime: 'application/pdf', bytes });
  };
  const saveOffice = async (format: OfficeFormat) => save(format, await run(() => makeOffice(sheet, format)));
  return {
    busy,
    fault: fault && faultSentence(fault),
    print: () => void run(() => host.print()),
    /** Null where only the print dialog can make the file. */
    savePdf: host.capabilities.pdf ? () => void savePdf() : null,
    saveOffice: (format: OfficeFormat) => void saveOffice(format),
  };
};
