import { useState, type ReactNode } from 'react';
import { faultSentence } from '../../../shared/fault';
import { useApp, useNotes } from '../../state/app';

const time = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });

/** 已保存, 正在保存 or 未保存: always at the right end of the bar, and always true. */
export function SavedState(): ReactNode {
  const { notes } = useApp();
  const saving = useNotes((state) => state.saving);
  if (saving.state === 'unsaved')
    return (
      <button className="saved unsaved" role="status" onClick={() => void notes.getState().retry()}>
        ! 未保存 {saving.count} 条
      </button>
    );
  return (
    <span className="saved" role="status">
      {saving.state === 'saving' ? '正在保存' : `✓ 已保存${saving.at ? ` ${time.format(saving.at)}` : ''}`}
    </span>
  );
}

function Alert({
  title,
  text,
  children,
}: {
  readonly title?: string;
  readonly text: string;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className="banner" role="alert">
      <span className="alert-mark" aria-hidden="true">
        !
      </span>
      <p className="banner-text">
        {title && <strong>{title}</strong>}
        {text}
      </p>
      {children}
    </div>
  );
}

/** What could not be saved or read, what is safe, what to do. */
export function SavingBanner(): ReactNode {
  const { notes } = useApp();
  const saving = useNotes((state) => state.saving);
  const journalFault = useNotes((state) => state.journalFault);
  const copyFault = useNotes((state) => state.copyFault);
  const restored = useNotes((state) => state.restored);
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const told = [
    ...(journalFault ? [{ key: 'journal', text: faultSentence(journalFault) }] : []),
    ...(copyFault ? [{ key: 'copy', text: faultSentence(copyFault) }] : []),
    ...(restored
      ? [{ key: `restored-${restored}`, text: `从日志找回了 ${restored} 条批注，都在原处。` }]
      : []),
  ].filter(({ key }) => !hidden.includes(key));
  return (
    <div className="banners">
      {saving.state === 'unsaved' && (
        <Alert
          title={`有 ${saving.count} 条批注还没存上：${saving.fault.reason}。`}
          text={`内容留在窗口里，不会丢。${saving.fault.remedy}`}
        >
          <button className="button small primary" onClick={() => void notes.getState().retry()}>
            再试一次
          </button>
        </Alert>
      )}
      {told.map(({ key, text }) => (
        <Alert key={key} text={text}>
          <button className="button small" onClick={() => setHidden([...hidden, key])}>
            知道了
          </button>
        </Alert>
      ))}
    </div>
  );
}
