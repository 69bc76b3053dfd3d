import { useMemo, useState, type ReactNode } from 'react';
import { WORDING_PARTS, type Wording } from '../../../shared/compare';
import type { Report } from '../../../shared/report';
import { useApp, useLibrary } from '../../state/app';
import { suggestedReports, useAnswer } from '../../state/compare/compare';
import { shortName, type Shelved } from '../../state/library/library';
import { nearestTo, useHeld, useReports } from '../../state/library/use-reports';
import { useWordingChoices, withWord, type WordingChoices } from '../../state/compare/wording';
import { useScope, type ScopeAtHand } from '../../state/library/use-scope';
import { TopBar } from '../frame/top-bar';
import { QuietLine } from '../parts/quiet-line';
import { ScopePicker } from '../parts/scope/scope-picker';
import { DamagedReport } from '../states/damaged-report';
import { EmptyState, FaultState, Opening } from '../states/states';
import { ChooseReports } from './choose-reports';
import { droppedWords, freshWords, sourcesWords, type Source } from './columns';
import { ShiftColumn } from './shift-column';
import { TermColumn } from './term-column';
import { WordListsButton } from './word-lists';
import './wording.css';
import './word-panel.css';

const COLUMNS = [
  { id: 'fresh', label: '新提法' },
  { id: 'dropped', label: '不再提' },
  { id: 'shifts', label: '力度变化' },
] as const;

type ColumnId = (typeof COLUMNS)[number]['id'];

/** The reports asked for, in order of years; where none are, those of the place that is looked at. */
const chosenItems = (
  shelf: readonly Shelved[],
  asked: readonly string[],
  { places }: ScopeAtHand,
): readonly Shelved[] => {
  const looked = new Set(places);
  const ids =
    asked.length > 1
      ? asked
      : suggestedReports(shelf.map(({ entry }) => entry).filter(({ place }) => looked.has(place)));
  return shelf.filter(({ entry }) => ids.includes(entry.id)).toSorted((a, b) => a.entry.year - b.entry.year);
};

function Columns({
  wording,
  sources,
  choices,
}: {
  readonly wording: Wording;
  readonly sources: readonly Source[];
  readonly choices: WordingChoices;
}): ReactNode {
  const [shown, setShown] = useState<ColumnId>('fresh');
  const shelf = useLibrary((state) => state.shelf);
  const { stopWords, choose } = choices;
  const { toast } = useApp();
  const common = {
    sources,
    nameOf: (id: string) => {
      const item = shelf.find(({ entry }) => entry.id === id);
      return item ? shortName(item.entry) : id;
    },
    onStop: (term: string) => {
      choose({ stopWords: withWord(stopWords, term) });
      toast.getState().show({
        text: `不看“${term}”了`,
        action: { label: '撤销', run: () => choose({ stopWords }) },
      });
    },
  };
  return (
    <div className="wording" data-shown={shown}>
      <div className="segment wording-switch" role="group" aria-label="看哪一栏">
        {COLUMNS.map(({ id, label }) => (
          <button key={id} aria-pressed={id === shown} onClick={() => setShown(id)}>
            {label}
          </button>
        ))}
      </div>
      <TermColumn
        {...common}
        title="新提法"
        words={freshWords(sources)}
        nothing="没有前面几篇都没说过的词。"
        terms={wording.fresh}
      />
      <TermColumn
        {...common}
        title="不再提"
        words={droppedWords(sources)}
        nothing="前面几篇的词，这一篇都还在说。"
        terms={wording.dropped}
      />
      <ShiftColumn shifts={wording.shifts} sources={sources} />
    </div>
  );
}

/** Opens what is looked at beside the sources; asked sooner, the question would be asked for each of them anew. */
function Desk({
  sources,
  choices,
}: {
  readonly sources: readonly Source[];
  readonly choices: WordingChoices;
}): ReactNode {
  const shelf = useLibrary((state) => state.shelf);
  const wanted = nearestTo(
    sources.map(({ entry }) => entry),
    shelf,
  );
  const beside = useReports(wanted);
  if (beside.size < wanted.length) return <Opening what="正在找提法" />;
  return <Traced sources={sources} beside={beside} choices={choices} />;
}

function Traced({
  sources,
  beside,
  choices,
}: {
  readonly sources: readonly Source[];
  readonly beside: ReadonlyMap<string, Report>;
  readonly choices: WordingChoices;
}): ReactNode {
  const { library } = useApp();
  const { part, stopWords, listed } = choices;
  const question = useMemo(() => {
    const reports = sources.map(({ report }) => report);
    const last = sources.at(-1)?.entry.year ?? 0;
    const others = [...beside.values()].filter(({ meta }) => (meta.year ?? Infinity) <= last);
    const roles = WORDING_PARTS.find(({ id }) => id === part)?.roles;
    return {
      kind: 'wording' as const,
      reports,
      others,
      options: { stopWords, listed, ...(roles ? { roles } : {}) },
    };
  }, [sources, beside, part, stopWords, listed]);
  const answer = useAnswer(question);
  if (!answer) return <Opening what="正在找提法" />;
  if (answer.ok) return <Columns wording={answer.value} sources={sources} choices={choices} />;
  return (
    <FaultState
      title="提法没有找完"
      fault={answer.fault}
      actions={
        <button className="button primary" onClick={() => void library.getState().recheck()}>
          重新检查
        </button>
      }
    />
  );
}

function Body({
  items,
  sources,
  choices,
}: {
  readonly items: readonly Shelved[];
  readonly sources: readonly Source[];
  readonly choices: WordingChoices;
}): ReactNode {
  const damaged = items.find(({ state }) => state === 'damaged');
  if (items.length < 2)
    return (
      <EmptyState character="提" title="要两篇以上才看得出提法的变化">
        这里现在有 {items.length} 篇，可以换一个地方，或用“换报告”挑几篇。
      </EmptyState>
    );
  if (damaged?.state === 'damaged') return <DamagedReport item={damaged} />;
  return sources.length === items.length ? <Desk sources={sources} choices={choices} /> : <Opening />;
}

/** 提法: what the latest of several reports says anew, no longer, or with other force. */
export function WordingView(): ReactNode {
  const { navigation } = useApp();
  const shelf = useLibrary((state) => state.shelf);
  const choices = useWordingChoices();
  const { reports, part, choose } = choices;
  const scope = useScope();
  const items = useMemo(() => chosenItems(shelf, reports, scope), [shelf, reports, scope]);
  useHeld(items.map(({ entry }) => entry.id));
  const sources = useMemo(
    () =>
      items.flatMap((item) =>
        item.state === 'ready' ? { entry: item.entry, report: item.volume.report } : [],
      ),
    [items],
  );
  const ids = items.map(({ entry }) => entry.id);
  return (
    <div className="view">
      <TopBar
        title={
          <>
            <h1 className="view-title">提法</h1>
            <ScopePicker
              {...(reports.length > 1 ? { shown: '自己挑的几篇' } : {})}
              onChosen={() => choose({ reports: [] })}
            />
            <span className="wording-sources">{sources.length > 1 && sourcesWords(sources)}</span>
            <QuietLine view="wording">点一句到原文；不想看的词可以不看</QuietLine>
          </>
        }
        tools={
          <>
            <div className="segment" role="group" aria-label="部分">
              {WORDING_PARTS.map(({ id, label }) => (
                <button key={id} aria-pressed={id === part} onClick={() => choose({ part: id })}>
                  {label}
                </button>
              ))}
            </div>
            <ChooseReports
              key={ids.join()}
              shelf={shelf}
              chosen={ids}
              onChoose={(next) => choose({ reports: next })}
            />
            <WordListsButton lists={choices} onChange={choose} />
            <button
              className="button small wording-print"
              disabled={ids.length < 2}
              onClick={() => navigation.getState().go({ view: 'print', reports: ids.slice(-2) })}
            >
              打印对照表
            </button>
          </>
        }
        search={false}
      />
      <main className="wording-body">
        <Body items={items} sources={sources} choices={choices} />
      </main>
    </div>
  );
}
