import { describe, expect, it } from 'vitest';
import { sourceRuns } from '../../../src/renderer/views/reader/source-text';
import { bundledReports } from '../../helpers/bundled-reports';

describe('the source as it is shown', () => {
  it.each(bundledReports().map((report) => [report.id, report] as const))(
    'is the raw text of %s, character for character',
    (_, report) => {
      const runs = sourceRuns(report);
      expect(runs.map((run) => (run.kind === 'join' ? '' : run.text)).join('')).toBe(report.raw);
      expect(runs.filter(({ kind }) => kind === 'removed')).toHaveLength(report.removals.length);
      expect(runs.filter(({ kind }) => kind === 'join')).toHaveLength(report.joins.length);
    },
  );

  it('signs a broken line at its end', () => {
    const report = bundledReports().find(({ id }) => id === 'chuanhui-2024');
    const runs = sourceRuns(report!);
    const first = runs.findIndex(({ kind }) => kind === 'join');
    const before = runs[first - 1];
    expect(before?.kind === 'kept' && /\S$/.test(before.text)).toBe(true);
    const after = runs[first + 1];
    expect(after?.kind === 'kept' && /^\s*\n/.test(after.text)).toBe(true);
  });
});
