import { useState } from 'react';
import type { Fault, Result } from '../../../shared/fault';
import { faultSentence } from '../../../shared/fault';
import { useApp } from '../../state/app';

/** Printing and saving, with what became of it: one runs at a time. */
export const useOutput = (name: string) => {
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
  const savePdf = async () => {
    const bytes = await run(() => host.printToPdf());
    if (!bytes) return;
    const saved = await run(() => host.saveFile({ name: `${name}.pdf`, mime: 'application/pdf', bytes }));
    if (saved?.saved) toast.getState().show({ text: saved.path ? `已存为 ${saved.path}` : '已存为 PDF' });
  };
  return {
    busy,
    fault: fault && faultSentence(fault),
    print: () => void run(() => host.print()),
    /** Null where only the print dialog can make the file. */
    savePdf: host.capabilities.pdf ? () => void savePdf() : null,
  };
};
