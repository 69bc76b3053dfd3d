import type { ReactNode } from 'react';
import { useLibrary, useNavigation } from '../../state/app';
import { ChoosePair } from '../parts/pair/choose-pair';
import { Unready } from '../parts/pair/unready';
import { PrintBar } from './print-bar';
import { PrintDesk } from './print-desk';
import { useChosen } from './use-material';
import '../../styles/fonts.css';
import './print.css';
import './print-page.css';
import '../../../paper/pages/sheet.css';
import '../../../paper/pages/sheet-table.css';
import '../../../paper/pages/sheet-marks.css';

const NOTHING: readonly string[] = [];

/** 打印: the sheet of two reports, page by page as it will leave the printer. */
export function PrintView(): ReactNode {
  const pair = useNavigation((state) => (state.place.view === 'print' ? state.place.reports : NOTHING));
  const picked = useNavigation(({ place }) => (place.view === 'print' ? place.notes : undefined)) ?? null;
  const shelf = useLibrary((state) => state.shelf);
  const chosen = useChosen(pair);
  if (pair.length > 1 && chosen.length === new Set(pair).size)
    return (
      <PrintDesk key={[...pair, ...(picked ?? [])].join()} shelf={shelf} chosen={chosen} picked={picked} />
    );
  return (
    <div className="view">
      <PrintBar shelf={shelf} pair={pair} />
      <main>
        <Unready
          shelf={shelf}
          pair={pair}
          choose={
            <ChoosePair
              shelf={shelf}
              view="print"
              action="看对照表"
              character="印"
              title="选两篇报告做对照表"
              words="指标、目标、提法和正文并排印在纸上，每一处都注明出处。"
            />
          }
        />
      </main>
    </div>
  );
}
