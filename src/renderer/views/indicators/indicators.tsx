import type { ReactNode } from 'react';
import { useApp, useLibrary, useNavigation, useShell } from '../../state/app';
import type { Shelved } from '../../state/library/library';
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
import { ScopePicker } from '../parts/scope/scope-picker';
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

/** 2021—2025. */
const yearWords = ({ columns }: ShownMatrix): string => {
  const years = [...new Set(columns.map(({ year }) => year))];
  if (years.length === 0) return '';
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const gapless = years.length === last - first + 1;
  return gapless && years.length > 1 ? `${String(first)}—${String(last)}` : years.toSorted().join('、');
};

/** Shows the places of the table, and the way to another: what was put side by side by hand goes with it. */
function MatrixScope({ hand }: { readonly hand: MatrixAtHand }): ReactNode {
  const { choose } = useMatrixChoices();
  return (
    <ScopePicker
      shown={hand.chosen.join('、')}
      onlyPlaces
      onChosen={() => choose({ places: [], hiddenColumns: [] })}
    />
  );
}

function Title({
  tab,
  words = '',
  scope = <ScopePicker />,
}: {
  readonly tab: IndicatorTab;
  readonly words?: string;
  readonly scope?: ReactNode;
}): ReactNode {
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
      <span className="indicators-scope">
        {scope} <span className="indicators-years">{words}</span>
      </span>
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
function Desk({ tab, hand }: { readonly tab: 'matrix' | 'charts'; readonly hand: MatrixAtHand }): ReactNode {
  const { navigation } = useShell();
  const found = useFoundIndicators(hand);
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
      <TopBar
        title={<Title tab={tab} words={yearWords(shown)} scope={<MatrixScope hand={hand} />} />}
        tools={tools}
        search={false}
      />
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
function Unready({ complete }: Pick<MatrixAtHand, 'complete'>): ReactNode {
  const { library } = useApp();
  const fault = useLibrary((state) => state.fault);
  const nothing = useLibrary((state) => state.shelf.every(({ state: how }) => how === 'damaged'));
  if (!complete && !nothing) return <Opening what="正在读出指标" />;
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
      <TopBar title={<Title tab={tab} />} search={false} />
      <main className="indicators-body">
        <AcrossDesk />
      </main>
    </div>
  ) : tab === 'all' ? (
    <div className="view indicators">
      <TopBar title={<Title tab={tab} />} />
      <main className="indicators-body">
        <AllIndicators />
      </main>
    </div>
  ) : (
    <OfPlaces tab={tab} />
  );
}

/** The parts that hold the reports of places against each other. */
function OfPlaces({ tab }: { readonly tab: 'matrix' | 'charts' }): ReactNode {
  const hand = useMatrix();
  const hasSeries = useLibrary(({ relations }) =>
    hand.chosen.some((place) => (relations.get(place)?.series.length ?? 0) > 0),
  );
  // Doubts and verdicts are only known once the reports have been held against each other.
  return (
    <div className="view indicators">
      {hand.complete && hasSeries ? (
        <Desk tab={tab} hand={hand} />
      ) : (
        <>
          <TopBar title={<Title tab={tab} scope={<MatrixScope hand={hand} />} />} />
          <main className="indicators-body">
            <Unready complete={hand.complete} />
          </main>
        </>
      )}
    </div>
  );
}
