import { type ReactNode } from 'react';
import { useApp, useBackups } from '../../state/app';
import type { BackupPreview } from '../../state/files/backups';
import { useModal } from '../parts/modal';

const listed = (parts: readonly (readonly [number, string])[]): string =>
  parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => words.replace('#', String(count)))
    .join('，');

/** Shows what would happen, in counts; every way says what it does to the notes of now. */
function Words({
  preview: { from, plan, reports, newBookmarks },
}: {
  readonly preview: BackupPreview;
}): ReactNode {
  const { added, changed, removed } = plan;
  const shelf = (
    <>
      {reports.length > 0 && <p>书架添上这里没有的 {reports.length} 篇自己的报告，连同原件。</p>}
      {newBookmarks > 0 && <p>书签、分组添上这里没有的 {newBookmarks} 个。</p>}
    </>
  );
  if (added.length + changed.length + removed.length === 0)
    return (
      <>
        {shelf}
        <p>和现在的批注一样，没有要改的。</p>
      </>
    );
  return (
    <>
      {shelf}
      {from === 'file' && (
        <p>
          <strong>合并</strong>：
          {listed([
            [added.length, '添上这里没有的 # 条'],
            [changed.length, '# 条两边不一样，各自的改动都留着，有冲突的并排给您选'],
          ]) || '没有要添的'}
          。现在的批注一条不少。
        </p>
      )}
      <p>
        <strong>恢复</strong>：
        {listed([
          [added.length, '找回 # 条'],
          [changed.length, '# 条改回当时的样子'],
          [removed.length, '# 条当时没有的移到回收站'],
        ])}
        。先备份现在的样子，恢复后也可以撤销。
      </p>
      {added.length + changed.length > 0 && (
        <p>
          <strong>作为副本</strong>：把不一样的 {added.length + changed.length}{' '}
          条另存一份，带上这份备份的标签，现在的批注不动。
        </p>
      )}
    </>
  );
}

/** A backup opened: what it would change, and the choice. */
export function BackupDialog({ preview }: { readonly preview: BackupPreview }): ReactNode {
  const { backups, notes, toast } = useApp();
  const busy = useBackups((state) => state.busy);
  const dialog = useModal();
  const { plan } = preview;
  const same = plan.added.length + plan.changed.length + plan.removed.length === 0;
  const finish = async (work: Promise<number>, word: string, undoable: boolean): Promise<void> => {
    const count = await work;
    if (count === 0) return;
    const action = { label: '撤销', run: () => notes.getState().undo() };
    toast.getState().show({ text: `已${word} ${count} 条批注`, ...(undoable ? { action } : {}) });
  };
  const state = backups.getState();
  return (
    <dialog
      ref={dialog}
      className="layer backup-dialog"
      aria-labelledby="backup-title"
      onClose={() => backups.getState().dismiss()}
    >
      <h2 id="backup-title">
        {preview.from === 'file' ? `备份文件 ${preview.title}` : `${preview.title} 的备份`}
      </h2>
      <Words preview={preview} />
      <div className="backup-foot">
        <button className="button" onClick={() => dialog.current?.close()}>
          取消
        </button>
        {same && preview.reports.length + preview.newBookmarks > 0 && (
          <button
            className="button primary"
            disabled={busy !== null}
            onClick={() =>
              void state.addReports().then((count) => {
                if (count > 0) toast.getState().show({ text: `书架已添上 ${count} 篇` });
              })
            }
          >
            {preview.reports.length > 0 ? '添上报告' : '添上书签'}
          </button>
        )}
        {!same && plan.added.length + plan.changed.length > 0 && (
          <button
            className="button"
            disabled={busy !== null}
            onClick={() => void finish(state.copy(), '另存', true)}
          >
            作为副本
          </button>
        )}
        {!same && (
          <button
            className={preview.from === 'file' ? 'button' : 'button primary'}
            disabled={busy !== null}
            onClick={() => void finish(state.restore(), '恢复', true)}
          >
            恢复
          </button>
        )}
        {!same && preview.from === 'file' && (
          <button
            className="button primary"
            disabled={busy !== null}
            onClick={() => void finish(state.merge(), '添上', false)}
          >
            合并
          </button>
        )}
      </div>
    </dialog>
  );
}
