import { useMemo } from 'react';
import { buildMatrix } from '../../../shared/compare';
import type { Fault } from '../../../shared/fault';
import type { Annotation, Report, Role } from '../../../shared/report';
import type { PartKind, SheetMaterial, SheetReport } from '../../../shared/sheet';
import { useAnswer, useComparison } from '../../state/compare/compare';
import { useLibrary, useNotes } from '../../state/app';
import { useAssessedPledges, useAssessments } from '../../state/notes/assessments';
import { useClassified } from '../../state/notes/classifications';
import type { Shelved, Volume } from '../../state/library/library';
import { nearestTo, useHeld, useVolumes } from '../../state/library/use-reports';
import { useWordingChoices } from '../../state/compare/wording';

/** A report of the sheet with what the catalog says of it and what was read from it. */
export type Chosen = Extract<Shelved, { state: 'ready' }>;

const sheetReport = ({ entry, volume }: Chosen): SheetReport => ({
  report: volume.report,
  sha256: entry.sha256,
});

const isReady = (item: Shelved): item is Chosen => item.state === 'ready';

/** The notes on any of the reports, each once; only those of `picked` where it is given. */
const useNotesOf = (reports: readonly Report[], picked: readonly string[] | null): readonly Annotation[] => {
  const byReport = useNotes((state) => state.byReport);
  return useMemo(() => {
    const wanted = picked && new Set(picked);
    const all = reports.flatMap(({ id }) => byReport[id] ?? []);
    const notes = wanted ? all.filter(({ id }) => wanted.has(id)) : all;
    return [...new Map(notes.map(({ id, annotation }) => [id, annotation])).values()];
  }, [byReport, reports, picked]);
};

/** The figures of the reports side by side; what became of a target is looked for among them. */
const useMatrix = (opened: readonly Volume[]) => {
  const commitments = useLibrary((state) => state.commitments);
  const volumes = useClassified(opened);
  return useMemo(() => buildMatrix({ volumes, commitments }), [volumes, commitments]);
};

const NO_REPORTS: readonly Report[] = [];

/** Gives what runs through several of the reports; asked only where it is printed. */
const useThreads = (reports: readonly Report[], parts: readonly PartKind[]) => {
  const wanted = parts.includes('lives') || parts.includes('levels');
  const question = useMemo(
    () => ({ kind: 'threads' as const, reports: wanted ? reports : NO_REPORTS, options: {} }),
    [reports, wanted],
  );
  return useAnswer(question);
};

/** Gives what a sheet of the reports is made from: null while it is worked on. */
export const useMaterial = (
  chosen: readonly Chosen[],
  roles: readonly Role[],
  parts: readonly PartKind[],
  picked: readonly string[] | null,
): { readonly material: SheetMaterial | null; readonly fault: Fault | null } => {
  const volumes = useMemo(() => chosen.map(({ volume }) => volume), [chosen]);
  const reports = useMemo(() => volumes.map(({ report }) => report), [volumes]);
  const { stopWords } = useWordingChoices();
  const question = useMemo(
    () => ({ kind: 'wording' as const, reports, options: { stopWords } }),
    [reports, stopWords],
  );
  const shelf = useLibrary((state) => state.shelf);
  const beside = useVolumes(
    nearestTo(
      chosen.map(({ entry }) => entry),
      shelf,
    ),
  );
  const [left, right = left] = reports;
  const comparison = useComparison(left as Report, right as Report, roles);
  const wording = useAnswer(question);
  const matrix = useMatrix(volumes);
  const notes = useNotesOf(reports, picked);
  const { commitments } = useAssessments();
  const { pledges } = useAssessedPledges();
  const threads = useThreads(reports, parts);
  const needed = [
    parts.includes('text') ? comparison : undefined,
    parts.includes('wording') ? wording : undefined,
    parts.includes('lives') || parts.includes('levels') ? threads : undefined,
  ];
  const waiting = needed.includes(null);
  const fault = needed.flatMap((answer) => (answer && !answer.ok ? [answer.fault] : []))[0] ?? null;
  const material = useMemo(
    () => ({
      reports: chosen.map(sheetReport),
      others: shelf
        .filter(isReady)
        .filter(({ entry }) => beside.has(entry.id))
        .map(sheetReport),
      comparison: comparison?.ok ? comparison.value : null,
      wording: wording?.ok ? wording.value : null,
      matrix,
      commitments,
      pledges,
      threads: threads?.ok ? threads.value : null,
      notes,
    }),
    [chosen, shelf, beside, comparison, wording, matrix, commitments, pledges, threads, notes],
  );
  return { material: waiting || fault ? null : material, fault };
};

/** The reports asked for that are open, in this order, each once; the same array until one of them changes. */
export const useChosen = (ids: readonly string[]): readonly Chosen[] => {
  useHeld(ids);
  const shelf = useLibrary((state) => state.shelf);
  return useMemo(
    () => [...new Set(ids)].flatMap((id) => shelf.find((item) => item.entry.id === id) ?? []).filter(isReady),
    [shelf, ids],
  );
};
