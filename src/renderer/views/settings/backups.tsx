import { useEffect, type ReactNode } from 'react';
import { faultSentence } from '../../../shared/fault';
import type { Snapshot, SnapshotReason } from '../../../shared/host';
import { useApp, useBackups } from '../../state/app';
import { BackupDialog } from './backup-dialog';
import { Folder } from './folder';
import { timeWords } from '../text/dates';

const REASONS: Readonly<Record<SnapshotReason, string>> = {
  auto: '自动',
  manual: '手动',
  import: '导入之前',
  restore: '恢复之前',
  delete: '批量删除之前',
  migration: '升级之前',
};

const format = new Intl.DateTimeFormat('zh-CN', {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

const whenOf = ({ time }: Snapshot): string => timeWords(format, time);

const KILO = 1024;

const sizeOf = (bytes: number): string =>
  bytes < KILO * KILO ? `${Math.ceil(bytes / KILO)} KB` : `${(bytes / KILO / KILO).toFixed(1)} MB`;

function Row({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const { backups } = useApp();
  const busy = useBackups((state) => state.busy);
  const when = whenOf(snapshot);
  return (
    <tr>
      <td>{when}</td>
      <td>{REASONS[snapshot.reason]}</td>
      <td className="backup-figure">{snapshot.notes} 条</td>
      <td className="backup-figure">{sizeOf(snapshot.bytes)}</td>
      <td>
        <button
          className="quiet"
          disabled={busy !== null}
          aria-label={`恢复 ${when} 的备份`}
          onClick={() => void backups.getState().open(snapshot.name, when)}
        >
          恢复…
        </button>
      </td>
    </tr>
  );
}

/** Which backups cannot be used, and which is the newest that can. */
function Damaged(): ReactNode {
  const list = useBackups((state) => state.list);
  if (!list || list.damaged.length === 0) return null;
  const [newest] = list.snapshots;
  const skipped = newest !== undefined && (list.damaged[0] ?? '') > newest.name;
  return (
    <p className="backup-alert" role="alert">
      <span className="alert-mark" aria-hidden="true">
        !
      </span>
      {list.damaged.length} 份备份已损坏，不能用来恢复，文件留在原处：{list.damaged.join('、')}。
      {skipped && `可用的最新一份是 ${whenOf(newest)} 的。`}
    </p>
  );
}

function Rows(): ReactNode {
  const list = useBackups((state) => state.list);
  const fault = useBackups((state) => state.fault);
  if (!list) return fault ? null : <p className="caption">正在看有哪些备份…</p>;
  if (list.snapshots.length === 0)
    return <p className="caption">还没有备份。写下第一条批注后，对读会自己备份。</p>;
  return (
    <div className="backup-list" role="region" aria-label="备份列表" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">时间</th>
            <th scope="col">缘由</th>
            <th scope="col" className="backup-figure">
              批注
            </th>
            <th scope="col" className="backup-figure">
              大小
            </th>
            <th scope="col">
              <span className="visually-hidden">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {list.snapshots.map((snapshot) => (
            <Row key={snapshot.name} snapshot={snapshot} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** 备份: what is kept, and the ways to bring it back or to take it to another computer. */
export function Backups(): ReactNode {
  const { backups, toast } = useApp();
  const list = useBackups((state) => state.list);
  const busy = useBackups((state) => state.busy);
  const fault = useBackups((state) => state.fault);
  const preview = useBackups((state) => state.preview);
  useEffect(() => void backups.getState().refresh(), [backups]);
  const told = fault ?? list?.fault ?? null;
  const exportAll = async (): Promise<void> => {
    if (await backups.getState().exportAll())
      toast.getState().show({ text: '批注和自己的报告已导出到一个文件' });
  };
  return (
    <section aria-labelledby="backups">
      <h2 id="backups" className="section-title">
        备份
      </h2>
      <dl>{list && <Folder label="备份文件夹" path={list.folder} folder="snapshots" />}</dl>
      <p className="caption">
        打开对读后、改动十五分钟后、一次导入或删除二十条以上之前，各自动备份一次。最近 24 份都留着，再往前 14
        天每天一份，12 个月每月一份。每份里的 notes.md 可以直接打开看。
      </p>
      <div className="backup-bar">
        <button className="button" disabled={busy !== null} onClick={() => void backups.getState().make()}>
          现在备份
        </button>
        <button className="button" disabled={busy !== null} onClick={() => void exportAll()}>
          导出到一个文件…
        </button>
        <button
          className="button"
          disabled={busy !== null}
          onClick={() => void backups.getState().openFile()}
        >
          从文件导入…
        </button>
        <span className="caption" role="status">
          {busy && `${busy}…`}
        </span>
      </div>
      {told && (
        <p className="backup-alert" role="alert">
          <span className="alert-mark" aria-hidden="true">
            !
          </span>
          {faultSentence(told)}
        </p>
      )}
      <Damaged />
      <Rows />
      {preview && <BackupDialog preview={preview} />}
    </section>
  );
}
