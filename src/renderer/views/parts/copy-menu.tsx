import { useId, type ReactNode } from 'react';
import type { PlainTable } from '../../../shared/exchange';
import { useCopyOut } from './copy-out';
import './copy-menu.css';

/** 复制: what is shown as a table or as a picture for a page of another program. */
export function CopyMenu({
  table,
  picture,
}: {
  /** Shows what is copied; asked for at the press. */
  readonly table: () => PlainTable;
  /** A picture of its own, as of a chart; the table drawn where it is left out. */
  readonly picture?: () => Promise<Blob>;
}): ReactNode {
  const id = useId();
  const { copyTable, copyPicture } = useCopyOut();
  const drawn = async (): Promise<Blob> => (await import('./table-picture')).tablePicture(table());
  const ways = [
    { label: '复制成表', run: () => copyTable(table()) },
    { label: '复制成图', run: () => copyPicture(picture ?? drawn) },
  ];
  return (
    <>
      <button className="button small copy-button" popoverTarget={id} style={{ anchorName: `--${id}` }}>
        复制
      </button>
      <div
        id={id}
        className="layer copy-menu"
        popover="auto"
        role="group"
        aria-label="复制"
        style={{ positionAnchor: `--${id}` }}
      >
        {ways.map(({ label, run }) => (
          <button key={label} popoverTarget={id} popoverTargetAction="hide" onClick={() => void run()}>
            {label}
          </button>
        ))}
      </div>
    </>
  );
}
