import type { ReactNode } from 'react';
import type { Studied } from '../../../state/library/use-studied';
import { Opening } from '../../states/states';
import './scope.css';

const progressWords = ({ done, total }: Studied): string => `已读 ${String(done)} 地，共 ${String(total)} 地`;

/** How far many places have been read, as a bar with its words, and the way to stop. */
function Progress({ studied, what }: { readonly studied: Studied; readonly what: string }): ReactNode {
  return (
    <div className="state studying">
      <p role="status">
        {what}，{progressWords(studied)}
      </p>
      <progress value={studied.done} max={studied.total} aria-label={what} />
      <button className="button" onClick={studied.stop}>
        停下，先看读好的
      </button>
    </div>
  );
}

/** Shows the parts under it once what they are made of is there: of one place at once, of many with how far it has come. */
export function Studying({
  studied,
  what,
  children,
}: {
  readonly studied: Studied;
  /** Says what is being done: 正在读出指标. */
  readonly what: string;
  readonly children: ReactNode;
}): ReactNode {
  const { complete, stopped, total, goOn } = studied;
  if (complete) return children;
  if (!stopped) return total > 1 ? <Progress studied={studied} what={what} /> : <Opening what={what} />;
  return (
    <div className="studied">
      <p className="caption" role="status">
        没有读完：{progressWords(studied)}，下面只有读好的{' '}
        <button className="quiet" onClick={goOn}>
          接着读
        </button>
      </p>
      {children}
    </div>
  );
}
