import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createLibrary, openVolumes, type LibraryStore } from '../../../src/renderer/state/library/library';
import { MOST_IDLE } from '../../../src/renderer/state/library/report-cache';
import type { Observation, Report } from '../../../src/shared/report';
import { bundledReports } from '../../helpers/bundled-reports';
import { broken, extractOnce, memorySource } from '../../helpers/memory-source';

const numbersOf: (report: Report) => readonly Observation[] = extractOnce();
let reports: readonly Report[] = [];

beforeAll(() => {
  reports = bundledReports();
});

const ids = (): readonly string[] => reports.map(({ id }) => id);
const open = async (library: LibraryStore, wanted: readonly string[]): Promise<void> => {
  library.getState().hold(wanted);
  await vi.waitFor(() =>
    expect(library.getState().shelf.filter(({ state }) => state === 'opening')).toEqual([]),
  );
};
const states = (library: LibraryStore): readonly string[] =>
  library.getState().shelf.map(({ entry, state }) => `${entry.id} ${state}`);

/** Entries enough for a large library, of one text under many names. */
const manyReports = (count: number): readonly Report[] =>
  Array.from({ length: count }, (_, at) => {
    const report = reports[at % reports.length] as Report;
    const id = `report-${String(at)}`;
    return { ...report, id, meta: { ...report.meta, id, place: `第${String(at % 30)}县` } };
  });

describe('the library', () => {
  it('has every report on the shelf before any is open', () => {
    const library = createLibrary(memorySource(reports));
    expect(library.getState().shelf.map(({ state }) => state)).toEqual(Array(5).fill('closed'));
  });

  it('of 600 entries knows what its shelf shows without opening one report', async () => {
    const source = memorySource(manyReports(600));
    const library = createLibrary(source);
    expect(library.getState().shelf).toHaveLength(600);
    await library.getState().study(
      library
        .getState()
        .shelf.slice(0, 40)
        .map(({ entry }) => entry.id),
    );
    expect(library.getState().facts.get('report-7')?.characters).toBeGreaterThan(1_000);
    expect(source.opened).toEqual([]);
  });

  it('keeps few reports open that nobody shows, those used last', async () => {
    const source = memorySource(manyReports(40));
    const library = createLibrary(source);
    const shown = library.getState().hold(['report-0']);
    for (let at = 1; at < 40; at += 1) await library.getState().read(`report-${String(at)}`);
    const openNow = () => openVolumes(library.getState().shelf).map(({ report }) => report.id);
    expect(openNow()).toHaveLength(MOST_IDLE + 1);
    expect(openNow()).toEqual(expect.arrayContaining(['report-0', 'report-39']));
    shown();
    expect(openNow()).toHaveLength(MOST_IDLE);
    await library.getState().read('report-39');
    expect(source.opened).toHaveLength(40);
  });

  it('opens a report once for all who want it at the same time', async () => {
    const source = memorySource(reports);
    const { read, hold } = createLibrary(source).getState();
    hold(['zhoukou-2022']);
    await Promise.all([read('zhoukou-2022'), read('zhoukou-2022')]);
    expect(source.opened).toEqual(['zhoukou-2022']);
  });

  it('follows entries that come and go, and leaves the open ones open', async () => {
    const [first, second, ...others] = reports as [Report, Report, ...Report[]];
    const source = memorySource(reports);
    const library = createLibrary(source);
    await open(library, [first.id, second.id]);
    const entries = source.entries();
    source.setEntries(entries.filter(({ id }) => id !== second.id));
    expect(states(library)).toEqual([`${first.id} ready`, ...others.map(({ id }) => `${id} closed`)]);
    source.setEntries(entries);
    await vi.waitFor(() => expect(states(library)).toContain(`${second.id} ready`));
    const other = entries.map((entry) =>
      entry.id === first.id ? { ...entry, sha256: '1'.repeat(64) } : entry,
    );
    source.setEntries(other);
    await vi.waitFor(() => expect(states(library)).toContain(`${first.id} ready`));
    expect(source.opened).toEqual([first.id, second.id, second.id, first.id]);
  });

  it('marks a value that another report belies, as a doubtful number and as a caveat', async () => {
    const library = createLibrary(memorySource(reports, numbersOf));
    await open(library, ['zhoukou-2022']);
    await library.getState().study(['zhoukou-2022']);
    const [volume] = openVolumes(library.getState().shelf);
    const doubtful = volume?.observations.find(({ value }) => value === 349.2);
    expect(doubtful?.doubt).toContain('3');
    const caveat = volume?.report.caveats.find(({ type }) => type === 'implausible');
    expect(volume?.report.clean.slice(caveat?.range.start, caveat?.range.end)).toBe('349.2');
    expect(caveat?.reason).toBe(doubtful?.doubt);
  });

  it.each([
    ['zhoukou-2022', 349.2, 'scale', ['349.2', '3500']],
    ['chuanhui-2024', 4.46, 'target-gap', ['4.46', '1.67']],
    ['zhoukou-2022-highlights', 70, 'conflict', ['70', '256']],
    ['zhoukou-2023', 256, 'conflict', ['256', '70']],
  ])('flags %s %d by its rule, with what it was held against', async (report, value, rule, figures) => {
    const library = createLibrary(memorySource(reports, numbersOf));
    await open(library, ids());
    await library.getState().study(ids());
    const { shelf, doubts, facts } = library.getState();
    const volume = openVolumes(shelf).find((each) => each.report.id === report);
    const flagged = volume?.observations.find((each) => each.value === value && each.doubt);
    const doubt = doubts.find(({ observation }) => observation === flagged?.id);
    expect(doubt?.rule).toBe(rule);
    expect(doubt?.evidence.length).toBeGreaterThan(0);
    const known = new Set(
      [...facts.values()].flatMap(({ observations }) => observations.map(({ id }) => id)),
    );
    expect(doubt?.evidence.every((id) => known.has(id))).toBe(true);
    const caveat = volume?.report.caveats.find(({ range }) => range.start === flagged?.range.start);
    expect(caveat?.type).toBe('implausible');
    for (const figure of figures) expect(caveat?.reason).toContain(figure);
  });

  it('works out the relations of a place only when its reports are asked about', async () => {
    const library = createLibrary(memorySource(reports, numbersOf));
    await library.getState().study(['chuanhui-2024']);
    expect([...library.getState().relations.keys()]).toEqual(['川汇区']);
    const own = library.getState().commitments.length;
    await library.getState().study(ids());
    expect([...library.getState().relations.keys()]).toEqual(['周口市', '川汇区']);
    expect(library.getState().commitments.length).toBeGreaterThan(own);
  });

  it('keeps a damaged report on the shelf, and opens it when it has been mended', async () => {
    const source = memorySource(reports);
    source.unreadable.add('zhoukou-2022');
    const library = createLibrary(source);
    await open(library, ids());
    await library.getState().study(ids());
    expect(states(library)).toContain('zhoukou-2022 damaged');
    expect(states(library).filter((state) => state.endsWith('ready'))).toHaveLength(4);
    source.unreadable.clear();
    await library.getState().recheck();
    expect(states(library).filter((state) => state.endsWith('ready'))).toHaveLength(5);
    expect(library.getState().facts.size).toBe(5);
  });

  it('can be read where the reports cannot be held against each other, and says why', async () => {
    const library = createLibrary({ ...memorySource(reports), relate: () => Promise.resolve(broken) });
    await open(library, ids());
    await library.getState().study(ids());
    expect(openVolumes(library.getState().shelf)).toHaveLength(5);
    expect(library.getState()).toMatchObject({ series: [], fault: broken.ok ? null : broken.fault });
  });
});
