import type { ReactNode } from 'react';
import { faultSentence, type Fault } from '../../../shared/fault';
import { useApp, useToast } from '../../state/app';

/** Opens the system's choice of files; with a key, in place of a file that could not be read. */
export function OpenFiles({
  instead = null,
  primary = false,
  quiet = false,
  children,
}: {
  /** Key of the item whose place the chosen files take. */
  readonly instead?: string | null;
  readonly primary?: boolean;
  readonly quiet?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { imports } = useApp();
  const show = useToast((state) => state.show);
  const open = async (): Promise<void> => {
    const { change, choose } = imports.getState();
    const fault: Fault | null = await (instead === null ? choose() : change(instead));
    if (fault) show({ text: faultSentence(fault) });
  };
  const look = quiet ? 'quiet' : primary ? 'button primary' : 'button small';
  return (
    <button className={look} onClick={() => void open()}>
      {children}
    </button>
  );
}
