import type { Result } from '../shared/fault';
import { fail, succeed } from '../shared/fault';
import type { Report } from '../shared/report';
import { loadReports } from './library';

const [LEAST, MOST] = [2, 4];

/** The two to four reports a command sets side by side; any other number is a fault. */
export async function loadSeveral(
  paths: readonly string[],
  command: string,
): Promise<Result<readonly [Report, Report, ...Report[]]>> {
  const enough = paths.length >= LEAST && paths.length <= MOST;
  const { reports, faults } = enough ? await loadReports(paths) : { reports: [], faults: [] };
  const [fault] = faults;
  if (fault) return fail(fault);
  const [first, second, ...rest] = reports;
  if (first && second && reports.length <= MOST) return succeed([first, second, ...rest]);
  return fail({
    code: 'pair-incomplete',
    subject: command,
    reason: '要两篇到四篇报告',
    remedy: `例如：${command} zhoukou-2023 zhoukou-2025。`,
  });
}
