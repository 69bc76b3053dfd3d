import { lazy, Suspense, useState, type ReactNode } from 'react';
import { faultSentence, type Fault } from '../../../shared/fault';
import { shortName, type CatalogEntry } from '../../../shared/report';
import { useShell, useWhole } from '../../state/app';

const OwnReportDialog = lazy(() =>
  import('./own-report').then((module) => ({ default: module.OwnReportDialog })),
);

/** Takes a report of one's own off the shelf; a click brings it back, and its notes were never touched. */
function CoverOff({ entry }: { readonly entry: CatalogEntry }): ReactNode {
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
      text: `${name} 已移出书架，批注都还在；30 天内可从回收站放回`,
      action: { label: '撤销', run: () => void restore() },
    });
  };
  return (
    <button className="cover-act" aria-label={`移出书架：${name}`} onClick={() => void remove()}>
      移出
    </button>
  );
}

/** Shows what can be done with a report of one's own: see where it comes from, correct it, take it off the shelf. */
export function CoverActs({ entry }: { readonly entry: CatalogEntry }): ReactNode {
  const [shown, setShown] = useState(false);
  return (
    <div className="cover-acts">
      <button
        className="cover-act"
        aria-label={`来历与更正：${shortName(entry)}`}
        onClick={() => setShown(true)}
      >
        来历
      </button>
      <CoverOff entry={entry} />
      {shown && (
        <Suspense>
          <OwnReportDialog id={entry.id} onClose={() => setShown(false)} />
        </Suspense>
      )}
    </div>
  );
}
