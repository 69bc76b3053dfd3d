import { useEffect, useState, type ReactNode } from 'react';
import type { Fault } from '../../../shared/fault';
import './states.css';

/** One bordered character, a statement, how to begin. */
export function EmptyState({
  character,
  title,
  children,
  actions,
}: {
  readonly character: string;
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}): ReactNode {
  return (
    <div className="state">
      <span className="state-character" aria-hidden="true">
        {character}
      </span>
      <h2>{title}</h2>
      <p>{children}</p>
      {actions && <div className="state-actions">{actions}</div>}
    </div>
  );
}

/** Words instead of a spinner, and none before 400 ms: what opens at once should not flash. */
export function Opening({ what = '正在打开' }: { readonly what?: string }): ReactNode {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 400);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="state" role="status">
      {late && <p className="caption">{what}…</p>}
    </div>
  );
}

/** Shows what went wrong, what is safe, what to do, and the details behind a button. */
export function FaultState({
  title,
  fault,
  facts = [],
  actions,
}: {
  readonly title: string;
  readonly fault: Fault;
  /** Rows of label and sentence: 您的批注, 其他报告. */
  readonly facts?: readonly (readonly [string, string])[];
  readonly actions?: ReactNode;
}): ReactNode {
  return (
    <div className="fault" role="alert">
      <h2>
        <span className="alert-mark" aria-hidden="true">
          !
        </span>
        {title}
      </h2>
      <p>
        <strong>{fault.subject}</strong>
        {fault.reason}。
      </p>
      <dl>
        {facts.map(([label, text]) => (
          <FactRow key={label} label={label} text={text} />
        ))}
        <FactRow label="怎么办" text={fault.remedy} />
      </dl>
      <div className="state-actions">
        {actions}
        <CopyDetails fault={fault} />
      </div>
    </div>
  );
}

function FactRow({ label, text }: { readonly label: string; readonly text: string }): ReactNode {
  return (
    <>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </>
  );
}

export function CopyDetails({ fault }: { readonly fault: Fault }): ReactNode {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(JSON.stringify(fault, null, 2));
    setCopied(true);
  };
  return (
    <button className="button" onClick={() => void copy()}>
      {copied ? '已复制' : '复制详情'}
    </button>
  );
}
