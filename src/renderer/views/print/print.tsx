import type { ReactNode } from 'react';
import { useLibrary, useNavigation } from '../../state/app';
import { ChoosePair } from '../parts/pair/choose-pair';
import { Unready } from '../parts/pair/unready';
import { DigestDesk } from './digest-desk';
import { PrintBar } from './print-bar';
import { PrintDesk } from './print-desk';
import { ReportDesk } from './report-desk';
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
  const digest = useNavigation(({ place }) => place.view === 'print' && (place.digest ?? false));
  const whole = chosen.length > 0 && chosen.length === new Set(pair).size;
  const [latest] = chosen.toSorted((a, b) => b.entry.year - a.entry.year);
  if (whole && latest && digest)
    return <DigestDesk key={latest.entry.id} shelf={shelf} pair={pair} chosen={latest} />;
  if (whole && latest && pair.length === 1)
    return <ReportDesk key={latest.entry.id} shelf={shelf} chosen={latest} />;
  if (pair.length > 1 && whole)
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
