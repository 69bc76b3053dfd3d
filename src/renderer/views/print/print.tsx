import type { ReactNode } from 'react';
import { useLibrary, useNavigation } from '../../state/app';
import type { Navigation } from '../../state/library/navigation';
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

const printedReports = ({ place }: Navigation): readonly string[] =>
  place.view === 'print' ? place.reports : NOTHING;

const CHOOSE = {
  sheet: {
    action: '看对照表',
    title: '选两篇报告做对照表',
    words: '指标、目标、提法和正文并排印在纸上，每一处都注明出处。',
  },
  digest: {
    action: '看要点一页',
    title: '选两篇报告做要点一页',
    words: '新的一篇的核心数字、目标和提法，连同去年的，印在一张 A4 上；每一行都可以挪动、去掉。',
  },
} as const;

/** The sheet, the report or the page that is asked for; without its reports, the way to choose them. */
function Desk(): ReactNode {
  const pair = useNavigation(printedReports);
  const picked = useNavigation(({ place }) => (place.view === 'print' ? place.notes : undefined)) ?? null;
  const shelf = useLibrary((state) => state.shelf);
  const chosen = useChosen(pair);
  const digest = useNavigation(({ place }) => place.view === 'print' && (place.digest ?? false));
  const whole = chosen.length > 0 && chosen.length === new Set(pair).size;
  const [latest] = chosen.toSorted((a, b) => b.entry.year - a.entry.year);
  if (whole && latest && digest) return <DigestDesk key={latest.entry.id} chosen={latest} />;
  if (whole && latest && pair.length === 1) return <ReportDesk key={latest.entry.id} chosen={latest} />;
  if (pair.length > 1 && whole)
    return <PrintDesk key={[...pair, ...(picked ?? [])].join()} chosen={chosen} picked={picked} />;
  return (
    <main>
      <Unready
        shelf={shelf}
        pair={pair}
        choose={
          <ChoosePair shelf={shelf} view="print" character="印" {...CHOOSE[digest ? 'digest' : 'sheet']} />
        }
      />
    </main>
  );
}

/** 打印: the sheet of two reports, page by page as it will leave the printer. Its bar stays while reports come and go. */
export function PrintView(): ReactNode {
  const pair = useNavigation(printedReports);
  const shelf = useLibrary((state) => state.shelf);
  return (
    <div className="view print-view">
      <PrintBar shelf={shelf} pair={pair} />
      <Desk />
    </div>
  );
}
