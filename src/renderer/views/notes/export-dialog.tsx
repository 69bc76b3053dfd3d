import { useState, type ReactNode } from 'react';
import { FORMATS, type ExchangeFormat } from '../../../shared/exchange';
import type { Annotation } from '../../../shared/report';
import { useApp } from '../../state/app';
import { useModal } from '../parts/modal';

/** Which notes an export takes. */
export interface ExportScope {
  readonly label: string;
  readonly annotations: readonly Annotation[];
}

const WORDS: Readonly<Record<ExchangeFormat, string>> = {
  docx: '按报告分组，引文、整句、章节和批注',
  markdown: '同上，纯文本',
  csv: '每处原文一行，表格软件打开',
  jsonld: '一字不差，可再导入，别的软件也能读',
};

const ORDER: readonly ExchangeFormat[] = ['docx', 'markdown', 'csv', 'jsonld'];

/** Asks which notes go out and as what. */
export function ExportDialog({
  scopes,
  onClose,
}: {
  /** The narrowest first. */
  readonly scopes: readonly ExportScope[];
  readonly onClose: () => void;
}): ReactNode {
  const { exchange, toast } = useApp();
  const dialog = useModal();
  const [format, setFormat] = useState<ExchangeFormat>('docx');
  const [scope, setScope] = useState(0);
  const chosen = scopes[scope] ?? scopes[0];
  const save = async (): Promise<void> => {
    if (!chosen) return;
    dialog.current?.close();
    const text = await exchange.getState().save(format, chosen.annotations);
    if (text) toast.getState().show({ text });
  };
  return (
    <dialog ref={dialog} className="layer note-dialog" aria-labelledby="export-title" onClose={onClose}>
      <h2 id="export-title">导出批注</h2>
      <fieldset>
        <legend className="caption">哪些</legend>
        {scopes.map(({ label, annotations }, index) => (
          <label key={label} className="dialog-choice">
            <input type="radio" name="scope" checked={index === scope} onChange={() => setScope(index)} />
            {label}
            <span className="caption">{annotations.length} 条</span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend className="caption">存成</legend>
        {ORDER.map((each) => (
          <label key={each} className="dialog-choice">
            <input type="radio" name="format" checked={each === format} onChange={() => setFormat(each)} />
            {FORMATS[each].label}
            <span className="caption">{WORDS[each]}</span>
          </label>
        ))}
      </fieldset>
      <div className="dialog-foot">
        <button className="button" onClick={() => dialog.current?.close()}>
          取消
        </button>
        <button
          className="button primary"
          disabled={!chosen || chosen.annotations.length === 0}
          onClick={() => void save()}
        >
          导出
        </button>
      </div>
    </dialog>
  );
}
