import { useMemo, type ReactNode } from 'react';
import { printedSections, printReport } from '../../../shared/sheet';
import { useNotes } from '../../state/app';
import { FRESH_CHOICES, paperOf, usePrintPreferences, useSheetChoices } from '../../state/compare/print';
import { shortName } from '../../state/library/library';
import { Check } from './check';
import { today, toggled } from './choices';
import { PaperSettings } from './paper-settings';
import { NotesCheck } from './settings';
import { SheetDesk } from './sheet-desk';
import type { Chosen } from './use-material';

/** One report with its notes, or a part of it, as it will be printed. */
export function ReportDesk({ chosen: { entry, volume } }: { readonly chosen: Chosen }): ReactNode {
  const { report } = volume;
  const preferences = usePrintPreferences();
  const [choices, choose] = useSheetChoices(`report ${entry.id}`, () => FRESH_CHOICES);
  const own = useNotes((state) => state.byReport[entry.id]);
  const notes = useMemo(() => (own ?? []).map(({ annotation }) => annotation), [own]);
  const { withNotes, sections } = choices;
  const sheet = useMemo(
    () =>
      printReport({ report, sha256: entry.sha256 }, withNotes ? notes : [], {
        today: today(),
        sections,
        paper: paperOf(preferences),
      }),
    [report, entry, notes, withNotes, sections, preferences],
  );
  const all = useMemo(() => printedSections(report), [report]);
  const shown = sections ?? all.map(({ id }) => id);
  return (
    <main className="print">
      <SheetDesk sheet={sheet}>
        <p className="print-pair">{shortName(entry)}</p>
        <fieldset>
          <legend>内容</legend>
          <NotesCheck notes={notes.length} choices={choices} onChange={choose} />
        </fieldset>
        {all.length > 1 && (
          <fieldset>
            <legend>部分</legend>
            {all.map(({ id, label }) => (
              <Check
                key={id}
                label={label}
                checked={shown.includes(id)}
                onChange={() => choose({ ...choices, sections: toggled(shown, id) })}
              />
            ))}
          </fieldset>
        )}
        <PaperSettings />
      </SheetDesk>
    </main>
  );
}
