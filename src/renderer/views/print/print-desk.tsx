import { useMemo, useState, type ReactNode } from 'react';
import type { Comparison } from '../../../shared/compare';
import type { Annotation } from '../../../shared/report';
import { buildSheet, type Sheet } from '../../../shared/sheet';
import { useNotes } from '../../state/app';
import {
  firstStage,
  stagesOf,
  useCompareChoices,
  useComparison,
  type CompareChoices,
} from '../../state/compare';
import { shortName, type Shelved } from '../../state/library';
import type { Pair } from '../compare/use-ready-pair';
import { EmptyState, FaultState, Opening } from '../states/states';
import { keepTopics, rolesOf, type PrintChoices } from './choices';
import { Preview } from './preview';
import { PrintBar } from './print-bar';
import { PrintSettings } from './settings';
import { useOutput } from './use-output';
import { Bench, usePages } from './use-pages';

/** What was last looked at side by side is what is printed first. */
const firstChoices = ({ left, right }: Pair, seen: CompareChoices): PrintChoices => {
  const same = seen.pair === [left.entry.id, right.entry.id].join();
  return {
    stages: [(same ? seen.stage : null) ?? firstStage(left.report, right.report).id],
    topics: same && seen.topic ? [seen.topic] : null,
    text: true,
    notes: true,
    changedOnly: false,
  };
};

/** The notes on either report, each once. */
const useNotesOf = ({ left, right }: Pair): readonly Annotation[] => {
  const byReport = useNotes((state) => state.byReport);
  return useMemo(() => {
    const notes = [left, right].flatMap(({ report }) => byReport[report.id] ?? []);
    return [...new Map(notes.map((note) => [note.id, note])).values()];
  }, [byReport, left, right]);
};

/** Today in the reader's own time, ISO 8601. */
const today = (): string => new Date().toLocaleDateString('sv-SE');

const sheetOf = (
  { left, right }: Pair,
  comparison: Comparison,
  notes: readonly Annotation[],
  choices: PrintChoices,
): Sheet =>
  buildSheet(
    keepTopics(comparison, choices.topics),
    [left, right].map(({ entry, report }) => ({ report, sha256: entry.sha256 })),
    choices.notes ? notes : [],
    {
      today: today(),
      changedOnly: choices.changedOnly,
      parts: choices.text ? ['text', 'notes'] : ['notes'],
    },
  );

function Output({ sheet, ready }: { readonly sheet: Sheet; readonly ready: boolean }): ReactNode {
  const { busy, fault, print, savePdf } = useOutput(`${sheet.title} ${sheet.subtitle}`.trim());
  return (
    <div className="print-output">
      <button className="button primary" disabled={!ready || busy} onClick={print}>
        打印对照表
      </button>
      {savePdf && (
        <button className="button" disabled={!ready || busy} onClick={savePdf}>
          另存为 PDF
        </button>
      )}
      {!savePdf && <p className="caption">要存成 PDF：点“打印对照表”，在打印窗口里选“另存为 PDF”。</p>}
      {fault && (
        <p role="alert" className="print-fault">
          <span className="alert-mark" aria-hidden="true">
            !
          </span>
          {fault}
        </p>
      )}
    </div>
  );
}

function SheetDesk({ sheet, children }: { readonly sheet: Sheet; readonly children: ReactNode }): ReactNode {
  const { flow, bench, pages } = usePages(sheet);
  return (
    <>
      <aside className="print-settings" aria-label="印什么">
        <Output sheet={sheet} ready={pages !== null} />
        {pages && <p className="print-count">共 {pages.length} 页</p>}
        {children}
      </aside>
      <section className="print-preview" aria-label="预览" tabIndex={0}>
        <Preview sheet={sheet} flow={flow} pages={pages} />
      </section>
      <Bench sheet={sheet} flow={flow} bench={bench} />
    </>
  );
}

function Chosen({
  pair,
  comparison,
  choices,
  children,
}: {
  readonly pair: Pair;
  readonly comparison: Comparison;
  readonly choices: PrintChoices;
  readonly children: ReactNode;
}): ReactNode {
  const notes = useNotesOf(pair);
  const sheet = useMemo(() => sheetOf(pair, comparison, notes, choices), [pair, comparison, notes, choices]);
  const nothing = sheet.parts.length === 0 && (sheet.notice === null || comparison.state === 'ordinary');
  if (!nothing) return <SheetDesk sheet={sheet}>{children}</SheetDesk>;
  return (
    <>
      <aside className="print-settings" aria-label="印什么">
        {children}
      </aside>
      <section className="print-preview" aria-label="预览">
        <EmptyState character="印" title="没有选中要印的内容">
          请在左边选内容、部分和领域。
        </EmptyState>
      </section>
    </>
  );
}

/** A pair of readable reports: what is printed at the left, the pages at the right. */
export function PrintDesk({
  shelf,
  pair,
}: {
  readonly shelf: readonly Shelved[];
  readonly pair: Pair;
}): ReactNode {
  const { left, right } = pair;
  const seen = useCompareChoices();
  const [choices, setChoices] = useState(() => firstChoices(pair, seen));
  const roles = useMemo(() => rolesOf(choices.stages), [choices.stages]);
  const answer = useComparison(left.report, right.report, roles);
  const notes = useNotesOf(pair);
  const settings = (
    <>
      <p className="print-pair">
        {shortName(left.entry)} — {shortName(right.entry)}
      </p>
      <PrintSettings
        choices={choices}
        stages={stagesOf(left.report, right.report)}
        topics={answer?.ok ? answer.value.topics : []}
        notes={notes.length}
        onChange={setChoices}
      />
    </>
  );
  return (
    <div className="view print-view">
      <PrintBar shelf={shelf} pair={[left.entry.id, right.entry.id]} />
      <main className="print">
        {answer?.ok && (
          <Chosen pair={pair} comparison={answer.value} choices={choices}>
            {settings}
          </Chosen>
        )}
        {answer && !answer.ok && <FaultState title="对照表没有做成" fault={answer.fault} />}
        {!answer && <Opening what="正在对照" />}
      </main>
    </div>
  );
}
