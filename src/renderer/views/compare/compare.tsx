import type { ReactNode } from 'react';
import { useLibrary, useNavigation } from '../../state/app';
import { ChoosePair } from '../parts/pair/choose-pair';
import { CompareBar } from './compare-bar';
import { CompareDesk } from './compare-desk';
import { Unready } from '../parts/pair/unready';
import { ManyDesk } from './many-desk';
import { Switches } from './switches';
import { useReadyPair, useReadyReports, type Chosen } from './use-ready-pair';
import './compare.css';
import './compare-bar.css';

const NOTHING: readonly string[] = [];

/** What stands under the bar: the reports chosen, once they are open. */
function Desk({
  pair,
  chosen,
}: {
  readonly pair: readonly string[];
  readonly chosen: readonly Chosen[] | null;
}): ReactNode {
  const shelf = useLibrary((state) => state.shelf);
  const ready = useReadyPair(pair);
  if (chosen && chosen.length > 2) return <ManyDesk key={pair.join()} chosen={chosen} />;
  if (ready && pair.length === 2) return <CompareDesk key={pair.join()} {...ready} />;
  return (
    <main>
      <Unready
        shelf={shelf}
        pair={pair}
        choose={
          <ChoosePair
            shelf={shelf}
            view="compare"
            action="开始对读"
            character="对"
            title="选两篇到四篇报告对读"
            words="同一领域的内容并排列出：改写、换了位置、一篇有一篇没有，各有记号。"
          />
        }
      />
    </main>
  );
}

/** 对读: two to four reports side by side, topic by topic. Its bar stays while reports come and go. */
export function CompareView(): ReactNode {
  const pair = useNavigation((state) => (state.place.view === 'compare' ? state.place.reports : NOTHING));
  const shelf = useLibrary((state) => state.shelf);
  const chosen = useReadyReports(pair);
  return (
    <div className="view">
      <CompareBar
        shelf={shelf}
        pair={pair}
        switches={chosen && chosen.length > 1 && <Switches chosen={chosen} />}
      />
      <Desk pair={pair} chosen={chosen} />
    </div>
  );
}
