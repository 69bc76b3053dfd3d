import { useEffect, useRef, useState, type ReactNode } from 'react';
import { faultSentence } from '../../../shared/fault';
import { useApp, useExchange } from '../../state/app';
import type { ExchangeStep } from '../../state/files/exchange';
import type { ImportMatch } from '../../state/files/exchange-match';
import { CopyDetails } from '../states/states';

/** Refusals shown one by one; the rest is counted. */
const MOST_SHOWN = 100;

function Refusals({ match: { refused, refusedCount } }: { readonly match: ImportMatch }): ReactNode {
  const shown = refused.slice(0, MOST_SHOWN);
  return (
    <div className="refusals" tabIndex={0} role="region" aria-label="放不上的批注">
      <ol>
        {shown.map(({ record, label, reason }) => (
          <li key={record}>
            第 {record} 条 <span className="caption">{label}</span>
            <br />
            {reason}
          </li>
        ))}
      </ol>
      {refusedCount > shown.length && <p className="caption">另有 {refusedCount - shown.length} 条。</p>}
    </div>
  );
}

const unusedWords = ({ unused }: ImportMatch): string => {
  const named = unused.slice(0, 8).map(({ field, count }) => `${field}（${count} 条）`);
  return `${named.join('、')}${unused.length > 8 ? ` 等 ${unused.length} 种` : ''}`;
};

/** （文件里的较新 2 条、较旧 1 条）: which of two texts of one note was written later, as far as clocks tell. */
const ageWords = (newer: number, older: number): string =>
  `（文件里的${[newer && `较新 ${newer} 条`, older && `较旧 ${older} 条`].filter(Boolean).join('、')}）`;

function Preview({
  match,
  onClose,
}: {
  readonly match: ImportMatch;
  readonly onClose: () => void;
}): ReactNode {
  const { exchange, notes, toast } = useApp();
  const [copies, setCopies] = useState(false);
  const { file, records, announced, fresh, same, differing, newer, refusedCount } = match;
  const count = fresh.length + (copies ? differing.length : 0);
  const accept = () => {
    const added = exchange.getState().accept(copies);
    toast.getState().show({
      text: `已导入 ${added} 条`,
      action: { label: '撤销', run: () => notes.getState().undo() },
    });
  };
  return (
    <>
      <h2 id="import-title">导入“{file}”</h2>
      <dl className="import-counts">
        <div>
          <dt>新的</dt>
          <dd>{fresh.length} 条</dd>
        </div>
        <div>
          <dt>已有</dt>
          <dd>{same} 条</dd>
        </div>
        {differing.length > 0 && (
          <div>
            <dt>
              同一条、内容不同
              <span className="caption">{ageWords(newer, differing.length - newer)}</span>
            </dt>
            <dd>{differing.length} 条</dd>
          </div>
        )}
        <div>
          <dt>放不上</dt>
          <dd>{refusedCount} 条</dd>
        </div>
      </dl>
      {differing.length > 0 && (
        <label className="dialog-choice">
          <input type="checkbox" checked={copies} onChange={() => setCopies(!copies)} />
          内容不同的作为副本加进来，现有的不动
        </label>
      )}
      {refusedCount > 0 && <Refusals match={match} />}
      {announced !== null && (
        <p role="alert">
          {announced === 'more'
            ? `文件写明后面还有别的页，里面只有 ${records} 条；其余的不在这个文件里。`
            : `文件写明共 ${announced} 条，里面只有 ${records} 条；其余的不在这个文件里。`}
        </p>
      )}
      {match.unused.length > 0 && <p className="caption">没有用到的内容：{unusedWords(match)}</p>}
      <p className="caption">还没有写入；点“导入”才加进笔记本，之后可以撤销。</p>
      <div className="dialog-foot">
        <button className="button" onClick={onClose}>
          取消
        </button>
        <button className="button primary" disabled={count === 0} onClick={accept}>
          导入 {count} 条
        </button>
      </div>
    </>
  );
}

function Content({
  step,
  onClose,
}: {
  readonly step: Exclude<ExchangeStep, { step: 'idle' }>;
  readonly onClose: () => void;
}): ReactNode {
  if (step.step === 'preview') return <Preview match={step.match} onClose={onClose} />;
  if (step.step === 'failed')
    return (
      <>
        <h2 id="import-title">没有完成</h2>
        <p role="alert">{faultSentence(step.fault)}</p>
        <div className="dialog-foot">
          {step.fault.detail !== undefined && <CopyDetails fault={step.fault} />}
          <button className="button primary" onClick={onClose}>
            知道了
          </button>
        </div>
      </>
    );
  const { done, of } = step.progress;
  return (
    <>
      <h2 id="import-title">{step.what}</h2>
      <progress aria-label={step.what} {...(of > 0 ? { value: done, max: of } : {})} />
      <p className="caption" role="status">
        {of > 0 ? `${done} / ${of} 条` : '正在准备'}
      </p>
      <div className="dialog-foot">
        <button className="button" onClick={onClose}>
          取消
        </button>
      </div>
    </>
  );
}

/** Shows what import and export are doing: progress with a way to stop, the preview of an import, or why it failed. */
export function ExchangeDialog(): ReactNode {
  const { exchange } = useApp();
  const step = useExchange(({ state }) => state);
  const dialog = useRef<HTMLDialogElement>(null);
  const open = step.step !== 'idle';
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const close = () => exchange.getState().dismiss();
  return (
    <dialog
      ref={dialog}
      className="layer note-dialog"
      aria-labelledby="import-title"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      {step.step !== 'idle' && <Content step={step} onClose={close} />}
    </dialog>
  );
}
