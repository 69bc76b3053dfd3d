import { useEffect, useMemo, type ReactNode, type RefObject } from 'react';
import { keyHint } from '../../../shared/commands';
import type { Range } from '../../../shared/report';
import { useCommandHub, useCommands } from '../../commands/use-commands';
import { useNavigation, useSearch, useShell } from '../../state/app';
import type { Destination, ViewName } from '../../state/library/navigation';
import { spotsOf } from '../../state/search/answer';
import { placeWords } from '../parts/place-words';
import { clearHighlight, paint } from '../text/highlight';
import { mapText } from '../text/text-map';
import './jump-bar.css';

/** Where 返回 leads, as it is called there. */
const FROM: Readonly<Record<ViewName, string>> = {
  shelf: '书架',
  import: '导入报告',
  reader: '原处',
  search: '搜索结果',
  compare: '对读',
  indicators: '指标',
  commitments: '目标',
  wording: '提法',
  notes: '笔记',
  print: '打印',
  settings: '设置',
};

const NONE: readonly Range[] = [];

/** The places of the last search, where the jump led to one of them. */
const usePlaces = ({ report, range }: Destination) => {
  const { answer, tab, current } = useSearch((state) => state);
  return useMemo(() => {
    const spots = answer ? spotsOf(answer, tab) : [];
    const spot = spots[current];
    const mine = spot?.report === report && spot.range.start === range.start && spot.range.end === range.end;
    if (!answer || !mine) return { words: '', query: '', others: NONE };
    return {
      words: placeWords(answer, tab, spots, current),
      query: answer.query,
      others: spots.filter((other) => other.report === report && other !== spot).map((other) => other.range),
    };
  }, [answer, tab, current, report, range]);
};

/** Keeps the words of a jump marked, through scrolling and rendering, for as long as the bar is there. */
const useMark = (pane: RefObject<HTMLElement | null>, range: Range, others: readonly Range[]): void => {
  useEffect(() => {
    const text = pane.current?.querySelector<HTMLElement>('.text');
    if (!pane.current || !text) return undefined;
    const shown = pane.current;
    const repaint = () => {
      const map = mapText(shown);
      paint('jump-other', map, others);
      paint('jump', map, [range]);
    };
    repaint();
    const observer = new MutationObserver(repaint);
    observer.observe(text, { childList: true });
    return () => {
      observer.disconnect();
      clearHighlight('jump-other');
      clearHighlight('jump');
    };
  }, [pane, range, others]);
};

/** 跳转条: after a jump, which of several places this is, the way back, and the mark's end. */
export function JumpBar({
  destination,
  pane,
}: {
  readonly destination: Destination;
  readonly pane: RefObject<HTMLElement | null>;
}): ReactNode {
  const { navigation } = useShell();
  const hub = useCommandHub();
  const from = useNavigation((state) => state.past.at(-1)?.place.view);
  const { words, query, others } = usePlaces(destination);
  useMark(pane, destination.range, others);
  useCommands({ dismiss: () => navigation.getState().clearMark() });
  return (
    <div className="jump-bar" role="region" aria-label="跳转">
      {from && (
        <button className="quiet" title={keyHint('back')} onClick={() => hub.run('back')}>
          返回{FROM[from]}
        </button>
      )}
      {query && <b className="jump-term">{query}</b>}
      <span role="status">{words}</span>
      {words && (
        <>
          <button className="quiet" title={keyHint('previous-hit')} onClick={() => hub.run('previous-hit')}>
            上一处
          </button>
          <button className="quiet" title={keyHint('next-hit')} onClick={() => hub.run('next-hit')}>
            下一处
          </button>
        </>
      )}
      <button className="quiet jump-clear" title={keyHint('dismiss')} onClick={() => hub.run('dismiss')}>
        去掉标记
      </button>
    </div>
  );
}
