import type { ReactNode } from 'react';
import type { Sheet } from '../../../shared/sheet';
import { useOutput } from './use-output';

/** What can be made of the sheet. */
export function Output({ sheet, ready }: { readonly sheet: Sheet; readonly ready: boolean }): ReactNode {
  const { busy, fault, print, savePdf, saveOffice } = useOutput(sheet);
  const off = !ready || busy;
  return (
    <div className="print-output">
      <button className="button primary" disabled={off} onClick={print}>
        打印对照表
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
      {!savePdf && <p className="caption">要存成 PDF：点“打印对照表”，在打印窗口里选“另存为 PDF”。</p>}
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
