import type { ReactNode } from 'react';
import { useApp, useLibrary, useNavigation, useShell } from '../../state/app';
import type { Shelved } from '../../state/library/library';
import { useAllFacts } from '../../state/library/use-reports';
import { useMatrixChoices } from '../../state/indicators/matrix';
import type { IndicatorTab } from '../../state/library/navigation';
import {
  useFoundIndicators,
  useMatrix,
  useShownMatrix,
  type MatrixAtHand,
} from '../../state/indicators/use-matrix';
import { isSurvey } from '../../../shared/report';
import { plainMatrix, type ShownMatrix } from '../../../shared/indicators';
import { SearchGlyph, TopBar } from '../frame/top-bar';
import { CopyMenu } from '../parts/copy-menu';
import { Term } from '../parts/term';
import { useTyping } from '../parts/typing';
import { EmptyState, FaultState, Opening } from '../states/states';
import { AcrossDesk } from './across/across-desk';
import { AllIndicators } from './all/all-indicators';
import { ChartDesk } from './charts/chart-desk';
import { ColumnsPanel } from './matrix/columns-panel';
import { MatrixDesk } from './matrix/matrix-desk';
import { useWantedIndicator } from './matrix/use-wanted-indicator';
import './matrix/matrix.css';
import './matrix/cell.css';
import './matrix/sentence-bar.css';
import './matrix/columns-panel.css';
import './indicators.css';

const TABS: readonly { readonly id: IndicatorTab; readonly label: string }[] = [
  { id: 'matrix', label: '对照表' },
  { id: 'across', label: '各地' },
  { id: 'charts', label: '图表' },
  { id: 'all', label: '全部指标' },
];

/** 周口市　2021—2025. */
const scopeWords = ({ chosen }: MatrixAtHand, { columns }: ShownMatrix): string => {
  const years = [...new Set(columns.map(({ year }) => year))];
  if (years.length === 0) return chosen.join('、');
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const gapless = years.length === last - first + 1;
  const words =
    gapless && years.length > 1 ? `${String(first)}—${String(last)}` : years.toSorted().join('、');
  return `${chosen.join('、')}　${words}`;
};

function Title({ tab, words }: { readonly tab: IndicatorTab; readonly words: string }): ReactNode {
  const { navigation } = useShell();
  return (
    <>
      <h1 className="view-title">指标</h1>
      <div className="segment indicators-tabs" role="group" aria-label="看法">
        {TABS.map(({ id, label }) => (
          <button
            key={id}
            aria-pressed={id === tab}
            onClick={() => navigation.getState().go({ view: 'indicators', tab: id, indicator: null })}
          >
            {label}
          </button>
        ))}
      </div>
      <span className="indicators-scope">{words}</span>
    </>
  );
}

function Legend(): ReactNode {
  return (
    <p className="matrix-legend">
      <span className="mark result" aria-hidden="true" /> 结果
      <span className="mark target" aria-hidden="true" /> 目标
      <span className="mark doubt" aria-hidden="true" /> <Term word="存疑" />
    </p>
  );
}

function FindIndicator(): ReactNode {
  const { query, choose } = useMatrixChoices();
  const typing = useTyping(query, (next) => choose({ query: next }));
  return (
    <label className="field matrix-find">
      <SearchGlyph />
      <input type="search" aria-label="找指标" placeholder="找指标" {...typing} />
    </label>
  );
}

/** The reports the table is from, by year; the last four, which is what a sheet holds. Digests of digests stay out. */
const printed = ({ chosen }: MatrixAtHand, shelf: readonly Shelved[]): readonly string[] =>
  shelf
    .filter(({ entry, state }) => state !== 'damaged' && !isSurvey(entry) && chosen.includes(entry.place))
    .toSorted((a, b) => a.entry.year - b.entry.year)
    .slice(-4)
    .map(({ entry }) => entry.id);

/** 对照表 and 图表, both of one matrix. */
function Desk({ tab }: { readonly tab: 'matrix' | 'charts' }): ReactNode {
  const { navigation } = useShell();
  const hand = useMatrix();
  const found = useFoundIndicators();
  const shown = useShownMatrix(hand.matrix, found);
  useWantedIndicator(hand, shown);
  const shelf = useLibrary((state) => state.shelf);
  const tools = (
    <>
      <Legend />
      <FindIndicator />
      <ColumnsPanel hand={hand} shown={shown} />
      {tab === 'matrix' && <CopyMenu table={() => plainMatrix(shown, null)} />}
      <button
        className="button small"
        onClick={() => navigation.getState().go({ view: 'print', reports: printed(hand, shelf) })}
      >
        打印对照表
      </button>
    </>
  );
  return (
    <>
      <TopBar title={<Title tab={tab} words={scopeWords(hand, shown)} />} tools={tools} search={false} />
      <main className="indicators-body">
        {tab === 'matrix' ? (
          <MatrixDesk shown={shown} whole={hand.matrix} />
        ) : (
          <ChartDesk hand={hand} shown={shown} />
        )}
      </main>
    </>
  );
}

/** Shows what is there instead of the table while it cannot be made. */
function Unready(): ReactNode {
  const { library } = useApp();
  const fault = useLibrary((state) => state.fault);
  const { complete } = useAllFacts();
  if (!complete) return <Opening what="正在读出指标" />;
  if (fault)
    return (
      <FaultState
        title="指标没有对上"
        fault={fault}
        facts={[['各篇报告', '照常可以读']]}
        actions={
          <button className="button primary" onClick={() => void library.getState().recheck()}>
            重新检查
          </button>
        }
      />
    );
  return (
    <EmptyState character="指" title="还没有指标">
      书架上没有能读的报告，或报告里没有认出的数。
    </EmptyState>
  );
}

/** 指标: years and places compared, charts, and everything the library states. */
export function IndicatorsView(): ReactNode {
  const tab = useNavigation(({ place, indicatorTab }) =>
    place.view === 'indicators' ? place.tab : indicatorTab,
  );
  return tab === 'across' ? (
    <div className="view indicators">
      <TopBar title={<Title tab={tab} words="" />} search={false} />
      <main className="indicators-body">
        <AcrossDesk />
      </main>
    </div>
  ) : (
    <OfPlaces tab={tab} />
  );
}

/** The parts that hold the reports of places against each other. */
function OfPlaces({ tab }: { readonly tab: Exclude<IndicatorTab, 'across'> }): ReactNode {
  const series = useLibrary((state) => state.series);
  const { complete } = useAllFacts();
  // Doubts and verdicts are only known once the reports have been held against each other.
  const ready = complete && series.length > 0;
  if (tab !== 'all' && ready)
    return (
      <div className="view indicators">
        <Desk tab={tab} />
      </div>
    );
  return (
    <div className="view indicators">
      <TopBar title={<Title tab={tab} words="" />} />
      <main className="indicators-body">{tab === 'all' ? <AllIndicators /> : <Unready />}</main>
    </div>
  );
}
