import type { JournalDraft, JournalEntry } from '../host';
import { readRecorded, type OwnReport } from './record';

/** A report of the reader's own with what happened to it. */
export interface KeptReport {
  readonly report: OwnReport;
  /** ISO 8601, when it was put on the shelf; for people only. */
  readonly added: string;
  /** ISO 8601, when it was put into the bin; null while it stands on the shelf. */
  readonly binned: string | null;
  /** Id of the last change: what the next one is made on. */
  readonly rev: string;
}

/** Reports by id, in the order they were added. */
export type KeptReports = ReadonlyMap<string, KeptReport>;

const changed = (kept: KeptReport | undefined, entry: JournalEntry): KeptReport | null => {
  const report = readRecorded(entry.payload);
  const [time, rev] = [entry.time, entry.id];
  switch (entry.kind) {
    case 'create':
      return report && { report, added: kept?.added ?? time, binned: null, rev };
    case 'edit':
      return kept && report ? { ...kept, report, rev } : null;
    case 'delete':
      return kept ? { ...kept, binned: time, rev } : null;
    case 'restore':
      return kept ? { ...kept, binned: null, rev } : null;
    case 'draft':
      return null;
  }
};

/** Replays the catalog's changes, in their order, upon what is known already; what cannot be read changes nothing. */
export const replayLibrary = (
  entries: readonly JournalEntry[],
  known: KeptReports = new Map(),
): KeptReports => {
  const reports = new Map(known);
  for (const entry of entries) {
    const next = changed(reports.get(entry.noteId), entry);
    if (next && next.report.id === entry.noteId) reports.set(entry.noteId, next);
  }
  return reports;
};

/** The report on the shelf that has this very text, or null. */
export const withText = (reports: KeptReports, text: string): KeptReport | null => {
  for (const kept of reports.values()) if (kept.binned === null && kept.report.text === text) return kept;
  return null;
};

/** The report in the bin that has this very text, or null. */
export const inBin = (reports: KeptReports, text: string): KeptReport | null => {
  for (const kept of reports.values()) if (kept.binned !== null && kept.report.text === text) return kept;
  return null;
};

/** Days a report stays in the bin. */
const BIN_DAYS = 30;
const DAY = 86_400_000;

/** Tells whether a report's days in the bin are over. */
export const isExpired = ({ binned }: KeptReport, now: Date): boolean =>
  binned !== null && now.getTime() - Date.parse(binned) >= BIN_DAYS * DAY;

/** Reports in the bin with the days they are still shown there, the one put there last first. */
export const binOf = (
  reports: KeptReports,
  now: Date,
): readonly { readonly report: OwnReport; readonly days: number }[] =>
  [...reports.values()]
    .flatMap(({ report, binned }) => {
      if (binned === null) return [];
      const days = BIN_DAYS - Math.floor((now.getTime() - Date.parse(binned)) / DAY);
      return days > 0 ? [{ report, days: Math.min(days, BIN_DAYS) }] : [];
    })
    .sort((a, b) => b.days - a.days);

/** Tells whether a change fits what it is made on: an unknown report cannot be changed, a present one not added again. */
export const fits = (reports: KeptReports, { kind, noteId, payload }: JournalDraft): boolean => {
  const kept = reports.get(noteId);
  if (kind === 'create' || kind === 'edit') {
    const report = readRecorded(payload);
    return report !== null && report.id === noteId && (kind === 'create') === (kept === undefined);
  }
  return kind !== 'draft' && kept !== undefined;
};
