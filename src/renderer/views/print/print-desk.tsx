import { useMemo, type ReactNode } from 'react';
import {
  buildSheet,
  offerCharts,
  PART_KINDS,
  type PartKind,
  type Sheet,
  type SheetMaterial,
} from '../../../shared/sheet';
import { firstStage, stagesOf, useCompareChoices, type CompareChoices } from '../../state/compare/compare';
import { shortName } from '../../state/library/library';
import {
  FRESH_CHOICES,
  paperOf,
  usePrintPreferences,
  useSheetChoices,
  type PrintChoices,
  type PrintPreferences,
} from '../../state/compare/print';
import { EmptyState, FaultState, Opening } from '../states/states';
import { rolesOf, today, topicsOf } from './choices';
import { PaperSettings } from './paper-settings';
import { PrintSettings } from './settings';
import { useMaterial, type Chosen } from './use-material';
import { SheetDesk } from './sheet-desk';

/** Gives the pair last looked at side by side: it is printed first. */
const firstChoices = (
  chosen: readonly Chosen[],
  seen: CompareChoices,
  notes: readonly string[] | null,
): PrintChoices => {
  const same = seen.pair === chosen.map(({ entry }) => entry.id).join();
  const [left, right = left] = chosen.map(({ volume }) => volume.report);
  const stage = (same ? seen.stage : null) ?? (left && right ? firstStage(left, right).id : 'plan');
  return {
    ...FRESH_CHOICES,
    stages: [stage],
    topics: same && seen.topic ? [seen.topic] : null,
    notes,
    withNotes: notes !== null,
  };
};

/** The parts the reader likes on sheets, and the notes where they are asked for on this one. */
const partsOf = ({ parts }: PrintPreferences, { withNotes }: PrintChoices): readonly PartKind[] =>
  PART_KINDS.filter((kind) => (kind === 'notes' ? withNotes : parts.includes(kind)));

const sheetOf = (material: SheetMaterial, choices: PrintChoices, preferences: PrintPreferences): Sheet =>
  buildSheet(material, {
    today: today(),
    parts: partsOf(preferences, choices),
    topics: choices.topics,
    charts: choices.charts,
    changedOnly: preferences.changedOnly,
    single: preferences.single,
    paper: paperOf(preferences),
  });

function NothingChosen({ children }: { readonly children: ReactNode }): ReactNode {
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

function Ready({
  material,
  choices,
  children,
}: {
  readonly material: SheetMaterial;
  readonly choices: PrintChoices;
  readonly children: ReactNode;
}): ReactNode {
  const preferences = usePrintPreferences();
  const sheet = useMemo(() => sheetOf(material, choices, preferences), [material, choices, preferences]);
  const nothing = partsOf(preferences, choices).length === 0 || choices.topics?.length === 0;
  return nothing ? (
    <NothingChosen>{children}</NothingChosen>
  ) : (
    <SheetDesk sheet={sheet}>{children}</SheetDesk>
  );
}

/** Readable reports: what is printed at the left, the pages at the right. */
export function PrintDesk({
  chosen,
  picked,
}: {
  readonly chosen: readonly Chosen[];
  /** Ids of the notes the reader has put on the sheet; null for all. */
  readonly picked: readonly string[] | null;
}): ReactNode {
  const seen = useCompareChoices();
  const preferences = usePrintPreferences();
  const key = [...chosen.map(({ entry }) => entry.id), ...(picked ?? [])].join();
  const [choices, setChoices] = useSheetChoices(key, () => firstChoices(chosen, seen, picked));
  const roles = useMemo(() => rolesOf(choices.stages), [choices.stages]);
  const { material, fault } = useMaterial(chosen, roles, preferences.parts, choices.notes);
  const reports = chosen.map(({ volume }) => volume.report);
  const [left, right = left] = reports;
  const matrix = material?.matrix ?? null;
  const offers = useMemo(() => (matrix ? offerCharts(matrix, choices.topics) : []), [matrix, choices.topics]);
  return (
    <main className="print">
      {material && (
        <Ready material={material} choices={choices}>
          <p className="print-pair">{chosen.map(({ entry }) => shortName(entry)).join(' — ')}</p>
          <PrintSettings
            choices={choices}
            stages={left && right ? stagesOf(left, right) : []}
            topics={topicsOf(reports)}
            notes={material.notes.length}
            picked={picked}
            charts={offers}
            onChange={setChoices}
          />
          <PaperSettings />
        </Ready>
      )}
      {fault && <FaultState title="对照表没有做成" fault={fault} />}
      {!material && !fault && <Opening what="正在对照" />}
    </main>
  );
}
