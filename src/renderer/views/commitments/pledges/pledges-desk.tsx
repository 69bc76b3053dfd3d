import { useMemo, useRef, useState, type ReactNode } from 'react';
import type { AssessedPledge, AssessedPledges } from '../../../../shared/anchor';
import { PLEDGE_KIND_LABELS, PLEDGE_KINDS, PLEDGE_VERDICT_LABELS } from '../../../../shared/report';
import { useApp, useLibrary, useReturning } from '../../../state/app';
import {
  ALL_PLEDGES,
  bookOf,
  countItems,
  itemRowsIn,
  linesOf,
  pledgeChoicesOf,
  type ItemRow,
  type PledgeBook,
  type PledgeChoices,
  type PledgeFilter,
} from '../../../../shared/ledger';
import { missingWords } from '../../../state/library/library';
import { usePlaces } from '../../../state/library/use-reports';
import { useCorrections, type Correctable } from '../../../state/notes/assessments';
import { EmptyState } from '../../states/states';
import { CorrectionDialog } from '../correction-dialog';
import { CommitmentCounts } from '../counts';
import { Choice, Scope } from '../filters';
import { LooseCorrections } from '../loose';
import { PledgeDetail } from './pledge-detail';
import { PledgeList, StepLegend } from './pledge-list';
import { useReportNames } from './use-report-names';
import './pledges.css';
import './life.css';

const correctableOf = ({ traced, result, correction }: AssessedPledge): Correctable => ({
  id: traced.id,
  verdict: traced.verdict,
  labels: PLEDGE_VERDICT_LABELS,
  target: traced.pledge,
  result,
  correction,
});

function Filters({
  filter,
  choices,
  onChange,
}: {
  readonly filter: PledgeFilter;
  readonly choices: PledgeChoices;
  readonly onChange: (change: Partial<PledgeFilter>) => void;
}): ReactNode {
  return (
    <Scope filter={filter} choices={choices} wordsOfYear={(year) => `${year} 年部署`} onChange={onChange}>
      <Choice
        label="种类"
        all="全部事项"
        value={filter.kind}
        choices={choices.kinds}
        wordsOf={(kind) => PLEDGE_KIND_LABELS[PLEDGE_KINDS.find((known) => known === kind) ?? 'project']}
        onChoose={(kind) => onChange({ kind: PLEDGE_KINDS.find((known) => known === kind) ?? null })}
      />
    </Scope>
  );
}

/** What the detail shows: a thing of the list, or a name asked for from a text. */
interface Subject {
  readonly name: string;
  readonly place: string;
  readonly row: ItemRow | null;
}

const subjectOf = (
  shown: readonly ItemRow[],
  active: string | null,
  asked: { readonly name: string; readonly place: string } | undefined,
): Subject | null => {
  if (asked && active === null) return { ...asked, row: rowNamed(shown, asked) };
  const row = shown.find(({ item }) => item.id === active) ?? shown[0];
  return row ? { name: row.item.object, place: row.item.place, row } : null;
};

/** The thing of the list that has a name's characters in its own. */
const rowNamed = (
  rows: readonly ItemRow[],
  { name, place }: { readonly name: string; readonly place: string },
): ItemRow | null =>
  rows.find(
    ({ item }) => item.place === place && (item.object.includes(name) || name.includes(item.object)),
  ) ?? null;

/** Puts the focus on the first thing there is of several kinds. */
const focusFirst = (root: HTMLElement | null, selectors: readonly string[]): void =>
  selectors
    .map((selector) => root?.querySelector<HTMLElement>(selector))
    .find(Boolean)
    ?.focus();

const useBook = ({ pledges }: AssessedPledges): PledgeBook => {
  const places = usePlaces();
  return useMemo(() => bookOf(pledges, places), [pledges, places]);
};

/** The list as it is filtered, and what can be done with it. */
const useItems = (assessed: AssessedPledges) => {
  const { returning } = useApp();
  const { filter, active, part } = useReturning((state) => state.pledges);
  const book = useBook(assessed);
  const scope = useMemo(() => itemRowsIn(book, filter), [book, filter]);
  const shown = useMemo(
    () => scope.filter(({ standing }) => filter.standing === null || standing === filter.standing),
    [scope, filter.standing],
  );
  return {
    book,
    scope,
    shown,
    filter,
    active,
    narrow: (change: Partial<PledgeFilter>) =>
      returning.getState().keep({ pledges: { part, filter: { ...filter, ...change }, active: null } }),
    choose: (id: string) => returning.getState().keep({ pledges: { part, filter, active: id } }),
  };
};

type Items = ReturnType<typeof useItems>;

/** The left side: what is in scope, how it stands, and the list. */
function Side({
  items: { book, scope, shown, filter, narrow },
  loose,
  current,
  onActive,
  onEnter,
}: {
  readonly items: Items;
  readonly loose: AssessedPledges['loose'];
  /** Id of the thing shown, or null. */
  readonly current: string | null;
  readonly onActive: (id: string) => void;
  readonly onEnter: () => void;
}): ReactNode {
  const missing = useLibrary((state) => missingWords(state.shelf));
  const lines = useMemo(() => linesOf(shown), [shown]);
  const choices = useMemo(() => pledgeChoicesOf(book), [book]);
  return (
    <section className="pledge-side" aria-label="事项一览">
      <Filters filter={filter} choices={choices} onChange={narrow} />
      <CommitmentCounts
        total={scope.length}
        what="项"
        note=""
        counts={countItems(scope)}
        chosen={filter.standing}
        onChoose={(standing) => narrow({ standing })}
      />
      {missing && (
        <p className="caption" role="status">
          {missing}
        </p>
      )}
      <LooseCorrections loose={loose} />
      <hr className="double-rule" />
      {shown.length > 0 ? (
        <PledgeList
          key={JSON.stringify(filter)}
          lines={lines}
          active={current}
          onActive={onActive}
          onEnter={onEnter}
        />
      ) : (
        <EmptyState
          character="零"
          title="共 0 项"
          actions={
            <button className="button" onClick={() => narrow(ALL_PLEDGES)}>
              看全部事项
            </button>
          }
        >
          这个范围里没有事项。
        </EmptyState>
      )}
      <StepLegend />
    </section>
  );
}

/** The dialog 更正结论 for a promise, while one is corrected. */
function Correcting({
  pledge,
  onClose,
}: {
  readonly pledge: AssessedPledge;
  readonly onClose: () => void;
}): ReactNode {
  const { correct, withdraw } = useCorrections();
  return (
    <CorrectionDialog
      name={pledge.traced.pledge.object}
      verdict={pledge.verdict}
      correction={pledge.correction}
      onSave={(verdict, reason) => {
        correct(correctableOf(pledge), verdict, reason);
        onClose();
      }}
      onWithdraw={() => {
        withdraw(correctableOf(pledge));
        onClose();
      }}
      onClose={onClose}
    />
  );
}

/** 事项 with something in it: the list at the left, a thing's life at the right. */
export function PledgesDesk({
  assessed,
  asked,
}: {
  readonly assessed: AssessedPledges;
  /** A name from a text whose life is asked for. */
  readonly asked?: { readonly name: string; readonly place: string } | undefined;
}): ReactNode {
  const { navigation } = useApp();
  const { correct } = useCorrections();
  const names = useReportNames();
  const items = useItems(assessed);
  const [correcting, setCorrecting] = useState<AssessedPledge | null>(null);
  const [walked, setWalked] = useState(false);
  const [reading, setReading] = useState(asked !== undefined);
  const desk = useRef<HTMLElement>(null);
  const open = walked ? undefined : asked;
  const subject = subjectOf(items.shown, open ? null : items.active, open);
  const row = subject?.row ?? null;
  return (
    <main className="pledges" data-reading={reading} ref={desk}>
      <Side
        items={items}
        loose={assessed.loose}
        current={row?.item.id ?? null}
        onActive={(id) => {
          setWalked(true);
          setReading(true);
          items.choose(id);
        }}
        onEnter={() => {
          setReading(true);
          focusFirst(desk.current, ['.commitment-passage', '.pledge-detail']);
        }}
      />
      {subject && (
        <div className="pledge-main">
          <button className="quiet pledge-back" onClick={() => setReading(false)}>
            ← 返回一览
          </button>
          <PledgeDetail
            key={`${subject.place} ${subject.name}`}
            name={subject.name}
            place={subject.place}
            item={row?.item ?? null}
            pledges={row?.item.promises.flatMap(({ id }) => items.book.assessed.get(id) ?? []) ?? []}
            nameOf={names.nameOf}
            yearOf={names.yearOf}
            onOpen={(report, range) => navigation.getState().openReport(report, range)}
            onCorrect={setCorrecting}
            onDecide={(pledge, verdict, reason) => correct(correctableOf(pledge), verdict, reason)}
          />
        </div>
      )}
      {correcting && <Correcting pledge={correcting} onClose={() => setCorrecting(null)} />}
    </main>
  );
}
