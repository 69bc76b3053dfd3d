import type { ReactNode } from 'react';
import type { Folder as FolderName } from '../../../shared/host';
import { useApp } from '../../state/app';

/** A folder by its path, and the way to it where there is a file manager. */
export function Folder({
  label,
  path,
  folder,
}: {
  readonly label: string;
  readonly path: string;
  readonly folder: FolderName;
}): ReactNode {
  const { host } = useApp();
  return (
    <div className="settings-row">
      <dt>{label}</dt>
      <dd>
        <code>{path}</code>
        {host.capabilities.reveal && (
          <button className="quiet" onClick={() => void host.revealFolder(folder)}>
            打开所在文件夹
          </button>
        )}
      </dd>
    </div>
  );
}
