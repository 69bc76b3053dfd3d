import type { ReactNode } from 'react';
import { useApp, useLibrary } from '../../state/app';
import type { Shelved } from '../../state/library/library';
import { FaultState } from './states';

/** Stands where a report would: which one cannot be opened, what is safe, what to do. */
export function DamagedReport({
  item,
}: {
  readonly item: Shelved & { readonly state: 'damaged' };
}): ReactNode {
  const { library, host } = useApp();
  const others = useLibrary(({ shelf }) => shelf.filter(({ state }) => state !== 'damaged').length);
  return (
    <FaultState
      title="有一份报告打不开"
      fault={item.fault}
      facts={[
        ['您的批注', '都在，没有改动'],
        ['其他报告', `${others} 篇可以照常读、搜、对照`],
      ]}
      actions={
        <>
          <button className="button primary" onClick={() => void library.getState().recheck()}>
            重新检查
          </button>
          {host.capabilities.reveal && (
            <button className="button" onClick={() => void host.revealFolder('reports')}>
              打开所在文件夹
            </button>
          )}
        </>
      }
    />
  );
}
