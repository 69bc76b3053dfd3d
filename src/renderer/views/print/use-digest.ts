import { useMemo } from 'react';
import { isSurvey } from '../../../shared/report';
import { buildMatrix } from '../../../shared/compare';
import type { Fault } from '../../../shared/fault';
import type { DigestMaterial, SheetReport } from '../../../shared/sheet';
import { useLibrary } from '../../state/app';
import { useAnswer } from '../../state/compare/compare';
import { useWordingChoices } from '../../state/compare/wording';
import { isStudied } from '../../state/library/library';
import { useVolumes } from '../../state/library/use-reports';
import { useAssessments } from '../../state/notes/assessments';
import { useClassified } from '../../state/notes/classifications';
import type { Chosen } from './use-material';

/** The report and those of its place that came before it, from the first to itself. */
const useEarlier = ({ entry }: Chosen) => {
  const shelf = useLibrary((state) => state.shelf);
  const entries = useMemo(
    () =>
      shelf
        .filter(({ entry: other, state }) => state !== 'damaged' && other.place === entry.place)
        .map((item) => item.entry)
        .filter(({ id, year }) => id === entry.id || year < entry.year)
        .toSorted((a, b) => a.year - b.year),
    [shelf, entry],
  );
  const opened = useVolumes(entries.map(({ id }) => id));
  const classified = useClassified(useMemo(() => [...opened.values()], [opened]));
  const volumes = useMemo(
    () => new Map(classified.map((volume) => [volume.report.id, volume])),
    [classified],
  );
  return { entries, volumes };
};

/** Gives what 要点一页 of a report is made from; null while it is worked on. */
export const useDigest = (
  chosen: Chosen,
): { readonly material: DigestMaterial | null; readonly fault: Fault | null } => {
  const { entries, volumes } = useEarlier(chosen);
  // Opening them finds out about their place.
  const complete = useLibrary((state) => isStudied(state, chosen.entry.place));
  const { stopWords } = useWordingChoices();
  const verdicts = useLibrary((state) => state.commitments);
  const { commitments } = useAssessments();
  const before = entries.findLast((entry) => entry.id !== chosen.entry.id && !isSurvey(entry));
  const then = before ? (volumes.get(before.id)?.report ?? null) : null;
  const now = chosen.volume.report;
  const question = useMemo(
    () => ({ kind: 'wording' as const, reports: then ? [then, now] : [now], options: { stopWords } }),
    [then, now, stopWords],
  );
  const wording = useAnswer(question);
  const ready = complete && entries.every(({ id }) => volumes.has(id)) && wording !== null;
  const material = useMemo((): DigestMaterial | null => {
    if (!ready || !wording.ok) return null;
    const sheetReports = entries.flatMap(({ id, sha256 }): readonly SheetReport[] => {
      const volume = volumes.get(id);
      return volume ? [{ report: volume.report, sha256 }] : [];
    });
    const find = (id: string | undefined) => sheetReports.find(({ report }) => report.id === id) ?? null;
    return {
      report: { report: now, sha256: chosen.entry.sha256 },
      before: find(before?.id),
      others: sheetReports,
      matrix: buildMatrix(
        { volumes: [...volumes.values()], commitments: verdicts },
        { places: [chosen.entry.place] },
      ),
      commitments,
      wording: then ? wording.value : null,
    };
  }, [ready, wording, entries, volumes, now, then, chosen, before, verdicts, commitments]);
  return { material, fault: wording && !wording.ok ? wording.fault : null };
};
