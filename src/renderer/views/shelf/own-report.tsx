import { useEffect, useState, type ReactNode } from 'react';
import { faultSentence, type Fault } from '../../../shared/fault';
import { FORMAT_LABELS, REPAIR_LABELS, type Repair } from '../../../shared/import';
import {
  filingOf,
  readReadingRecord,
  type FilingFacts,
  type OwnReport,
  type ReadingRecord,
} from '../../../shared/library';
import { useApp } from '../../state/app';
import { FilingFields } from '../parts/filing-fields';
import { useModal } from '../parts/modal';
import './own-report.css';

const KILO = 1024;

const sizeWords = (bytes: number): string =>
  bytes < KILO * KILO ? `${Math.ceil(bytes / KILO)} KB` : `${(bytes / KILO / KILO).toFixed(1)} MB`;

/** The record of how a report was read; `null` while it is on its way, a fault where it cannot be read. */
const useRecord = ({ reading }: OwnReport): ReadingRecord | Fault | null => {
  const { host } = useApp();
  const [record, setRecord] = useState<ReadingRecord | Fault | null>(null);
  useEffect(() => {
    if (reading === null) return;
    let isOver = false;
    void host.library.get(reading).then((bytes) => {
      const found = bytes.ok ? readReadingRecord(new TextDecoder().decode(bytes.value)) : bytes.fault;
      if (!isOver) setRecord(found);
    });
    return () => {
      isOver = true;
    };
  }, [host, reading]);
  return record;
};

function RepairRow({ repair: { kind, count, texts } }: { readonly repair: Repair }): ReactNode {
  return (
    <details className="own-repair">
      <summary>
        {REPAIR_LABELS[kind]} {count} 处
      </summary>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </details>
  );
}

/** 修补记录: everything that was taken out or mended between the file and the text. */
function Repairs({ report }: { readonly report: OwnReport }): ReactNode {
  const record = useRecord(report);
  if (report.reading === null) return <p className="caption">没有修补：原文就是文件里的文字。</p>;
  if (record === null) return <p className="caption">正在读修补记录…</p>;
  if ('code' in record) return <p className="caption">{faultSentence(record)}</p>;
  const { format, encoding, pages } = record.origin;
  return (
    <>
      <p className="caption">
        {[FORMAT_LABELS[format], encoding, pages === null ? null : `${pages} 页`].filter(Boolean).join(' · ')}
      </p>
      {record.warnings.map((warning) => (
        <p key={warning}>{warning}</p>
      ))}
      {record.repairs.map((repair) => (
        <RepairRow key={repair.kind} repair={repair} />
      ))}
    </>
  );
}

/** The file a report came from, opened in its own program. */
function Original({
  report: { id, original },
  onFault,
}: {
  readonly report: OwnReport;
  readonly onFault: (fault: Fault) => void;
}): ReactNode {
  const { host } = useApp();
  if (!original) return <p className="caption">这篇是粘贴来的，没有文件。</p>;
  const open = async (): Promise<void> => {
    const opened = await host.library.openOriginal(id);
    if (!opened.ok) onFault(opened.fault);
  };
  return (
    <p className="own-original">
      <span>
        {original.name} <span className="caption">{sizeWords(original.bytes)}</span>
      </span>
      <button type="button" className="button small" onClick={() => void open()}>
        打开原件
      </button>
    </p>
  );
}

function Form({ report, onClose }: { readonly report: OwnReport; readonly onClose: () => void }): ReactNode {
  const { imports } = useApp();
  const [facts, setFacts] = useState<FilingFacts>(report);
  const [fault, setFault] = useState<Fault | null>(null);
  const filing = filingOf(facts);
  const save = async (): Promise<void> => {
    if (!filing) return;
    const refused = await imports.getState().correct(report.id, filing);
    if (refused) setFault(refused);
    else onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2 id={`own-${report.id}`}>来历与更正</h2>
      <div className="own-fields">
        <FilingFields facts={facts} fields={['place', 'year', 'genre', 'title']} onChange={setFacts} />
      </div>
      {report.placeCode !== null && <p className="caption">行政区划代码 {report.placeCode}（GB/T 2260）</p>}
      <h3>原件</h3>
      <Original report={report} onFault={setFault} />
      <h3>修补记录</h3>
      <Repairs report={report} />
      {fault && <p role="alert">{faultSentence(fault)}</p>}
      <div className="own-foot">
        <button type="button" className="button" onClick={onClose}>
          关上
        </button>
        <button className="button primary" disabled={!filing}>
          保存更正
        </button>
      </div>
    </form>
  );
}

/** 来历与更正: what a report of one's own is filed under, the file it came from, and what was mended on the way. */
export function OwnReportDialog({
  id,
  onClose,
}: {
  readonly id: string;
  readonly onClose: () => void;
}): ReactNode {
  const { imports } = useApp();
  const dialog = useModal();
  const report = imports.getState().kept().get(id)?.report;
  return (
    <dialog ref={dialog} className="layer own-report" aria-labelledby={`own-${id}`} onClose={onClose}>
      {report && <Form report={report} onClose={onClose} />}
    </dialog>
  );
}
