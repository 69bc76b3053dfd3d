import { useState, type ReactNode } from 'react';
import type { Note } from '../../../shared/anchor';
import type { CatalogEntry } from '../../../shared/report';
import { useApp } from '../../state/app';
import { TagField } from '../parts/note-editor/note-tags';
import { ColourRow } from '../parts/note-editor/note-writing';
import { useSheet } from './use-sheet';

/** A button that becomes a field for one tag. */
function TagAll({ onTag }: { readonly onTag: (word: string) => void }): ReactNode {
  const [tagging, setTagging] = useState(false);
  return tagging ? (
    <TagField taken={[]} onAdd={onTag} onClose={() => setTagging(false)} />
  ) : (
    <button className="button small" onClick={() => setTagging(true)}>
      加标签
    </button>
  );
}

/** Shows what can be done with several notes at once; each step can be taken back. */
export function BulkBar({
  picked,
  entries,
  all,
  deleted,
  onAll,
  onNone,
  onExport,
}: {
  readonly picked: readonly Note[];
  readonly entries: readonly CatalogEntry[];
  /** How many notes the list shows. */
  readonly all: number;
  /** The list is the 回收站. */
  readonly deleted: boolean;
  readonly onAll: () => void;
  readonly onNone: () => void;
  readonly onExport: () => void;
}): ReactNode {
  const { notes, toast } = useApp();
  const sheet = useSheet(entries);
  const ids = picked.map(({ id }) => id);
  const done = (text: string) =>
    toast.getState().show({ text, action: { label: '撤销', run: () => notes.getState().undo() } });
  const tag = (word: string) => {
    notes.getState().changeEach(ids, ({ annotation: { body } }) => ({
      body: { tags: body.tags.includes(word) ? body.tags : [...body.tags, word] },
    }));
    done(`给 ${ids.length} 条加了标签“${word}”`);
  };
  return (
    <div className="bulk-bar" role="toolbar" aria-label="选中的批注">
      <strong>已选 {ids.length} 条</strong>
      {ids.length < all && (
        <button className="quiet" onClick={onAll}>
          全选 {all} 条
        </button>
      )}
      <button className="quiet" onClick={onNone}>
        不选了
      </button>
      <span className="bulk-acts">
        {!deleted && (
          <>
            <ColourRow
              colour={null}
              onChoose={(colour) => {
                notes.getState().change(ids, { body: { colour } });
                done(`${ids.length} 条改成${colour}`);
              }}
            />
            <TagAll onTag={tag} />
          </>
        )}
        {!deleted && (
          <button className="button small" onClick={() => sheet(picked)}>
            放进对照表
          </button>
        )}
        <button className="button small" onClick={onExport}>
          导出…
        </button>
        <button
          className="button small"
          onClick={() => {
            if (deleted) notes.getState().restore(ids);
            else notes.getState().remove(ids);
            done(deleted ? `放回了 ${ids.length} 条` : `已移到回收站 ${ids.length} 条`);
            onNone();
          }}
        >
          {deleted ? '放回笔记本' : '移到回收站'}
        </button>
      </span>
    </div>
  );
}
