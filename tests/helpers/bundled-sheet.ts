import { materialOf } from '../../src/cli/sheet-material';
import type { Annotation } from '../../src/shared/report';
import { buildSheet, PART_KINDS, type Sheet, type SheetOptions } from '../../src/shared/sheet';
import { bundledReports } from './bundled-reports';

/** The sheet of bundled reports with every part, as `duidu sheet` makes it. */
export const bundledSheet = (
  ids: readonly string[],
  options: Partial<SheetOptions> = {},
  notes: readonly Annotation[] = [],
): Sheet => {
  const all = bundledReports();
  const reports = ids.flatMap((id) => all.find((report) => report.id === id) ?? []);
  return buildSheet(
    { ...materialOf(reports), notes },
    { today: '2026-11-20', parts: PART_KINDS, ...options },
  );
};
