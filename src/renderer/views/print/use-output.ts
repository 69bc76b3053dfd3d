import { useState } from 'react';
import type { Fault, Result } from '../../../shared/fault';
import { faultSentence } from '../../../shared/fault';
import type { FileToSave, PrintPaper } from '../../../shared/host';
import { OFFICE_MIME, type OfficeFormat } from '../../../paper/office/formats';
import type { Sheet } from '../../../shared/sheet';
import { useApp } from '../../state/app';

export type { OfficeFormat } from '../../../paper/office/formats';

const MADE: Readonly<Record<OfficeFormat | 'pdf', string>> = {
  docx: 'Word 文件',
  xlsx: '表格',
  csv: 'CSV',
  pdf: 'PDF',
};

const nameOf = ({ title, subtitle }: Sheet): string => `${title} ${subtitle}`.trim();

const paperOf = ({ paper: { size, orientation, grey } }: Sheet): PrintPaper => ({ size, orientation, grey });

/** Printing and saving, with what became of it: one runs at a time. */
export const useOutput = (sheet: Sheet) => {
  const { host, office, toast } = useApp();
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
    const bytes = await run(() => host.printToPdf(paperOf(sheet)));
    if (bytes) await save('pdf', { name: `${nameOf(sheet)}.pdf`, mime: 'application/pdf', bytes });
  };
  const saveOffice = async (format: OfficeFormat) => {
    const bytes = await run(() => office.make(sheet, format));
    if (bytes) await save(format, { name: `${nameOf(sheet)}.${format}`, mime: OFFICE_MIME[format], bytes });
  };
  return {
    busy,
    fault: fault && faultSentence(fault),
    print: () => void run(() => host.print(paperOf(sheet))),
    /** Null where only the print dialog can make the file. */
    savePdf: host.capabilities.pdf ? () => void savePdf() : null,
    saveOffice: (format: OfficeFormat) => void saveOffice(format),
  };
};
