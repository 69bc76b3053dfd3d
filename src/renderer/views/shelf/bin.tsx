import { useState, type ReactNode } from 'react';
import { faultSentence, type Fault } from '../../../shared/fault';
import { binOf } from '../../../shared/library';
import { useApp, useLibrary } from '../../state/app';
import { useModal } from '../parts/modal';
import './own-report.css';

/** 回收站: reports taken off the shelf, each with the days it is still there. */
function BinDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { imports } = useApp();
  const dialog = useModal();
  const [fault, setFault] = useState<Fault | null>(null);
  useLibrary((state) => state.shelf);
  const binned = binOf(imports.getState().kept(), new Date());
  const restore = async (id: string): Promise<void> => setFault(await imports.getState().restore(id));
  return (
    <dialog ref={dialog} className="layer own-report" aria-labelledby="bin-title" onClose={onClose}>
      <h2 id="bin-title">回收站</h2>
      <p className="caption">移出的报告在这里放 30 天，批注都在；放回书架，两样一起回来。</p>
      {binned.length === 0 && <p>回收站是空的。</p>}
      <ul className="own-bin">
        {binned.map(({ report, days }) => (
          <li key={report.id} className="own-row">
            <span>
              {report.place} {report.year}{' '}
              <span className="caption">
                {report.title}，还有 {days} 天
              </span>
            </span>
            <button
              className="button small"
              aria-label={`放回 ${report.place} ${report.year}`}
              onClick={() => void restore(report.id)}
            >
              放回
            </button>
          </li>
        ))}
      </ul>
      {fault && <p role="alert">{faultSentence(fault)}</p>}
      <div className="own-foot">
        <button className="button" onClick={onClose}>
          关上
        </button>
      </div>
    </dialog>
  );
}

/** The way to what was taken off the shelf; there is none while nothing was. */
export function Bin(): ReactNode {
  const { imports } = useApp();
  const [shown, setShown] = useState(false);
  useLibrary((state) => state.shelf);
  const count = binOf(imports.getState().kept(), new Date()).length;
  if (count === 0 && !shown) return null;
  return (
    <>
      <button className="button" onClick={() => setShown(true)}>
        回收站 {count}
      </button>
      {shown && <BinDialog onClose={() => setShown(false)} />}
    </>
  );
}
