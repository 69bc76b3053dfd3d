import { assess, assessPledges } from '../shared/anchor';
import { buildMatrix, compareReports, traceWording } from '../shared/compare';
import { liesIn } from '../shared/places';
import type { Report } from '../shared/report';
import { nameReport, type SheetMaterial } from '../shared/sheet';
import { judgeTogether, statedObservations } from '../shared/figures';
import { threadsOf, traceCommitments, tracePledges } from '../shared/commitments';
import { sha256Of } from './digest';

/** Reads reports, each once, and holds them against each other as the reader holds its shelf. */
export function readTogether(asked: readonly Report[]) {
  const distinct = [...new Map(asked.map((report) => [report.id, report])).values()];
  const read = distinct.map((report) => ({
    report,
    observations: statedObservations(report),
  }));
  const nameOf = (id: string): string => {
    const report = distinct.find((one) => one.id === id);
    return report ? nameReport(report) : id;
  };
  const { volumes } = judgeTogether(read, nameOf);
  const pledges = tracePledges(volumes);
  return { volumes, pledges, commitments: traceCommitments(volumes, pledges) };
}

/** All a sheet can be made from. A report may come twice. */
export function materialOf(asked: readonly Report[]): SheetMaterial {
  const { volumes, pledges, commitments } = readTogether(asked);
  const known = new Map(volumes.map(({ report }) => [report.id, report]));
  const reports = asked.map((report) => known.get(report.id) ?? report);
  const [left, right] = reports;
  return {
    reports: reports.map((report) => ({ report, sha256: sha256Of(report.raw) })),
    comparison: left && right ? compareReports(left, right) : null,
    matrix: buildMatrix({ volumes, commitments }),
    commitments: assess(commitments, [], known).commitments,
    pledges: assessPledges(pledges, [], known).pledges,
    threads: threadsOf(volumes, liesIn),
    wording: traceWording(volumes.map(({ report }) => report)),
    notes: [],
  };
}
