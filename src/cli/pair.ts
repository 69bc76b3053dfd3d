import type { Result } from '../shared/fault';
import { fail, succeed } from '../shared/fault';
import type { Report } from '../shared/report';
import { loadReports } from './library';

/** The two reports a command sets side by side; anything but two is a fault. */
export async function loadPair(
  paths: readonly string[],
  command: string,
): Promise<Result<readonly [Report, Report]>> {
  const { reports, faults } = paths.length === 2 ? await loadReports(paths) : { reports: [], faults: [] };
  const [fault] = faults;
  if (fault) return fail(fault);
  const [left, right] = reports;
  if (left && right && reports.length === 2) return succeed([left, right]);
  return fail({
    code: 'pair-incomplete',
    subject: command,
    reason: '要正好两篇报告',
    remedy: `例如：${command} zhoukou-2023 zhoukou-2025。`,
  });
}
