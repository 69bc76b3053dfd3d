import type { ReactNode } from 'react';
import { useImports, useNavigation } from '../../state/app';

/** How far a reading of files is, wherever one is meanwhile; leads back to it. */
export function Importing(): ReactNode {
  const progress = useImports((state) => state.progress);
  const isThere = useNavigation(({ place }) => place.view === 'import');
  const go = useNavigation((state) => state.go);
  if (!progress || isThere) return null;
  return (
    <button className="quiet saved" onClick={() => go({ view: 'import' })}>
      正在导入 {progress.done}／{progress.of}
    </button>
  );
}
