import { describe, expect, it } from 'vitest';
import { sheetReports } from '../../../src/renderer/views/notes/use-sheet';
import { createTarget, replay, type Note } from '../../../src/shared/anchor';
import { bundledCatalog, bundledReports } from '../../helpers/bundled-reports';

const entries = bundledCatalog();
const reports = bundledReports();

/** A note on the beginning of each of these reports. */
const noteOn = (...ids: readonly string[]): Note => {
  const targets = ids.map((id) => {
    const report = reports.find((each) => each.id === id);
    return report ? createTarget(report, { start: 0, end: 4 }, '') : { ...unknown, report: id };
  });
  const annotation = {
    id: 'note',
    body: { text: '', tags: [], colour: '藤黄' as const, underline: false },
    targets,
    created: '2026-11-21T08:00:00.000Z',
    modified: '2026-11-21T08:00:00.000Z',
  };
  const entry = {
    id: 'rev',
    noteId: 'note',
    kind: 'create' as const,
    baseRev: null,
    writer: 'w',
    time: annotation.created,
    seq: 1,
    payload: { v: 1, annotation, resolves: [] },
  };
  return replay([entry]).get('note')!;
};

const unknown = {
  source: '',
  position: { start: 0, end: 1 },
  quote: { exact: '甲', prefix: '', suffix: '' },
  sentence: { text: '甲', start: 0 },
};

describe('the reports of a sheet made of notes', () => {
  it('are those the notes are tied to, in the order of their passages', () => {
    const notes = [noteOn('zhoukou-2025', 'zhoukou-2022'), noteOn('chuanhui-2024', 'zhoukou-2025')];
    expect(sheetReports(notes, entries)).toEqual(['zhoukou-2025', 'zhoukou-2022', 'chuanhui-2024']);
  });

  it('have the latest other year of the place beside a single one', () => {
    expect(sheetReports([noteOn('zhoukou-2025')], entries)).toEqual(['zhoukou-2025', 'zhoukou-2023']);
  });

  it('have the latest of another place where its own has no other year', () => {
    expect(sheetReports([noteOn('chuanhui-2024')], entries)).toEqual(['chuanhui-2024', 'zhoukou-2025']);
  });

  it('are four at most, and only those on the shelf', () => {
    const ids = entries.map(({ id }) => id);
    expect(sheetReports([noteOn('elsewhere', ...ids)], entries)).toEqual(ids.slice(0, 4));
    expect(sheetReports([noteOn('elsewhere')], entries)).toEqual([]);
  });
});
