import type { ReactNode } from 'react';
import { FORM_LABELS, type Sheet } from '../../../shared/sheet';
import { useCommands } from '../../commands/use-commands';
import { useOutput } from './use-output';

/** Shows what can be made of the sheet. */
export function Output({ sheet, ready }: { readonly sheet: Sheet; readonly ready: boolean }): ReactNode {
  const { busy, fault, print, savePdf, saveOffice } = useOutput(sheet);
  const off = !ready || busy;
  const words = `打印${sheet.form === 'report' ? '报告' : FORM_LABELS[sheet.form]}`;
  useCommands({ print: () => (off ? undefined : print()) });
  return (
    <div className="print-output">
      <button className="button primary" disabled={off} onClick={print}>
        {words}
      </button>
      {savePdf && (
        <button className="button" disabled={off} onClick={savePdf}>
          另存为 PDF
        </button>
      )}
      <button className="button" disabled={off} onClick={() => saveOffice('docx')}>
        导出 Word
      </button>
      <button className="button" disabled={off} onClick={() => saveOffice('xlsx')}>
        导出表格
      </button>
      <button className="button" disabled={off} onClick={() => saveOffice('csv')}>
        导出 CSV
      </button>
      {!savePdf && <p className="caption">要存成 PDF：点“{words}”，在打印窗口里选“另存为 PDF”。</p>}
      {fault && (
        <p role="alert" className="print-fault">
          <span className="alert-mark" aria-hidden="true">
            !
          </span>
          {fault}
        </p>
      )}
    </div>
  );
}
