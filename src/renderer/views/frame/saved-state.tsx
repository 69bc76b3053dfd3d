import { useState, type ReactNode } from 'react';
import { faultSentence } from '../../../shared/fault';
import type { SpaceReport } from '../../../shared/host';
import { useApp, useBackups, useNotes } from '../../state/app';
import { useJournalDamage } from './journal-damage';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** 09:05. By hand: the runtime's own formats take ten milliseconds of every start to make ready. */
const clockOf = (time: Date): string => `${twoDigits(time.getHours())}:${twoDigits(time.getMinutes())}`;

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
      {saving.state === 'saving' ? '正在保存' : `✓ 已保存${saving.at ? ` ${clockOf(saving.at)}` : ''}`}
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

const megabytes = (bytes: number | null): string =>
  bytes === null ? '不明' : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** Room on the disk as a sentence, or null where there is enough. */
const spaceWords = (space: SpaceReport | null): string | null => {
  if (!space || space.state === 'ok') return null;
  const room = `批注所在的磁盘（${space.path}）只剩 ${megabytes(space.free)}`;
  return space.state === 'low'
    ? `${room}。批注照常保存，请早些腾出空间；少于 ${megabytes(space.needed)} 就只能看，不能写了。`
    : `${room}，至少要 ${megabytes(space.needed)}。现在批注只能看，不能写；已保存的都在。腾出空间后会自动恢复。`;
};

/** Shows what could not be saved or read, what is safe, what to do. */
export function SavingBanner(): ReactNode {
  const { notes } = useApp();
  const saving = useNotes((state) => state.saving);
  const journalFault = useNotes((state) => state.journalFault);
  const copyFault = useNotes((state) => state.copyFault);
  const restored = useNotes((state) => state.restored);
  const space = useBackups((state) => state.space);
  const damage = useJournalDamage();
  const [hidden, setHidden] = useState<readonly string[]>([]);
  // Where a note could not be saved for want of room, its own message says all of it.
  const room = saving.state === 'unsaved' && space?.state === 'full' ? null : spaceWords(space);
  const told = [
    ...(room && space ? [{ key: `space-${space.state}`, text: room }] : []),
    ...(journalFault ? [{ key: 'journal', text: faultSentence(journalFault) }] : []),
    ...(damage ? [{ key: 'damage', text: damage }] : []),
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
          text={`没存上的内容都留着，能写了就自动存上。${saving.fault.subject}：${saving.fault.remedy}。`}
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
