import type { ReactNode } from 'react';
import { faultSentence, type Fault } from '../../../shared/fault';
import { shortName, type CatalogEntry } from '../../../shared/report';
import { useShell, useWhole } from '../../state/app';

/** Takes a report of one's own off the shelf; a click brings it back, and its notes were never touched. */
export function CoverOff({ entry }: { readonly entry: CatalogEntry }): ReactNode {
  const whole = useWhole();
  const { toast } = useShell();
  const name = shortName(entry);
  const tell = (fault: Fault): void => toast.getState().show({ text: faultSentence(fault) });
  const restore = async (): Promise<void> => {
    const fault = await (await whole).imports.getState().restore(entry.id);
    if (fault) tell(fault);
  };
  const remove = async (): Promise<void> => {
    const fault = await (await whole).imports.getState().remove(entry.id);
    if (fault) return tell(fault);
    toast.getState().show({
      text: `${name} 已移出书架，批注都还在`,
      action: { label: '撤销', run: () => void restore() },
    });
  };
  return (
    <button className="cover-off" aria-label={`移出书架：${name}`} onClick={() => void remove()}>
      移出
    </button>
  );
}
