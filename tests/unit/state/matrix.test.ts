import { describe, expect, it } from 'vitest';
import { createMatrixChoices, readMatrixChoices } from '../../../src/renderer/state/indicators/matrix';
import {
  cellRange,
  movedOrder,
  oneCell,
  plainMatrix,
  shownMatrix,
  toggled,
} from '../../../src/shared/indicators';
import { standing, walked } from '../../../src/renderer/views/indicators/matrix/walk';
import { buildMatrix } from '../../../src/shared/compare';
import { extractObservations } from '../../../src/shared/figures';
import { bundledReports } from '../../helpers/bundled-reports';

const storage = (text: string | null = null) => {
  let kept = text;
  return { getItem: () => kept, setItem: (_: string, value: string) => (kept = value), kept: () => kept };
};

const NEW = readMatrixChoices(null);

const matrix = buildMatrix(
  {
    volumes: bundledReports().map((report) => ({ report, observations: extractObservations(report) })),
    commitments: [],
  },
  { places: ['周口市'] },
);
const ids = (choices: Partial<typeof NEW>, found: readonly string[] | null = null) =>
  shownMatrix(matrix, { ...NEW, ...choices }, found).groups.flatMap(({ rows }) => rows.map(({ id }) => id));

describe('what the reader chose for 指标对照', () => {
  it('is kept, without what was typed or selected, and is there the next time', () => {
    const place = storage();
    createMatrixChoices(place)
      .getState()
      .choose({ hiddenRows: ['a'], sort: 'own', order: ['b', 'a'], query: '就业', form: 'bar' });
    expect(place.kept()).not.toContain('就业');
    const { hiddenRows, sort, order, query, form } = createMatrixChoices(place).getState();
    expect({ hiddenRows, sort, order, query, form }).toEqual({
      hiddenRows: ['a'],
      sort: 'own',
      order: ['b', 'a'],
      query: '',
      form: 'bar',
    });
  });

  it('falls back field by field where the record is damaged, old or not ours', () => {
    expect(readMatrixChoices('{"sort":"own","hiddenRows":[1],"byTopic":"yes","form":7}')).toEqual({
      ...NEW,
      sort: 'own',
    });
    for (const text of ['', '{', 'null', '[]', '"x"', '12']) expect(readMatrixChoices(text)).toEqual(NEW);
    expect(readMatrixChoices(JSON.stringify({ charted: ['a', 'b', 'c', 'd', 'e'] })).charted).toHaveLength(4);
  });

  it('holds until the window closes where storage is full', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    const store = createMatrixChoices(full);
    store.getState().choose({ singles: true });
    expect(store.getState().singles).toBe(true);
  });
});

describe('the matrix as shown', () => {
  const listed = ids({});
  const [first = '', second = ''] = listed;

  it('lists indicators with two figures or more, the others when asked for, and says how many they are', () => {
    const { singles } = shownMatrix(matrix, NEW, null);
    expect(singles).toBeGreaterThan(100);
    expect(ids({ singles: true })).toHaveLength(listed.length + singles);
  });

  it('hides, pins and moves rows, and never loses one', () => {
    expect(ids({ hiddenRows: [first] })).toEqual(listed.filter((id) => id !== first));
    expect(shownMatrix(matrix, { ...NEW, hiddenRows: [first] }, null).hidden.map(({ id }) => id)).toEqual([
      first,
    ]);
    const last = listed.at(-1) ?? '';
    expect(ids({ pinnedRows: [last, second] }).slice(0, 2)).toEqual([last, second]);
    expect([...ids({ pinnedRows: [last] })].sort()).toEqual([...listed].sort());
    const { groups } = shownMatrix(matrix, NEW, null);
    const big = groups.find(({ rows }) => rows.length > 2)?.rows.map(({ id }) => id) ?? [];
    const order = movedOrder(groups, big[1] ?? '', -1);
    const after = ids({ sort: 'own', order });
    expect(after.indexOf(big[1] ?? '')).toBe(after.indexOf(big[0] ?? '') - 1);
    expect([...after].sort()).toEqual([...listed].sort());
    expect(movedOrder(groups, first, -1)).toEqual(listed);
  });

  it('sorts by pinyin across topics where these are not asked for', () => {
    const names = shownMatrix(matrix, { ...NEW, sort: 'name', byTopic: false }, null).groups;
    expect(names).toHaveLength(1);
    const shown = names[0]?.rows.map(({ name }) => name) ?? [];
    expect(shown).toEqual([...shown].sort((a, b) => a.localeCompare(b, 'zh')));
  });

  it('leaves out years not wanted, and keeps the cells under their heads', () => {
    const { columns, groups } = shownMatrix(matrix, { ...NEW, hiddenColumns: ['周口市|2022'] }, null);
    expect(columns.map(({ year }) => year)).toEqual([2021, 2023, 2024, 2025]);
    const port = groups.flatMap(({ rows }) => rows).find(({ name }) => name === '港口货物吞吐量');
    expect(port?.cells.map(({ values }) => values[0]?.text ?? null)).toEqual([
      '2,915',
      null,
      '5,205',
      '＞6,000',
    ]);
  });

  it('says no change from a year that is hidden (first-hours 42)', () => {
    const against = (hiddenColumns: readonly string[]) =>
      shownMatrix(matrix, { ...NEW, singles: true, hiddenColumns }, null)
        .groups.flatMap(({ rows }) => rows)
        .flatMap(({ cells }) => cells.flatMap(({ values }) => values.flatMap(({ remarks }) => remarks)))
        .filter(({ kind }) => kind === 'change')
        .map(({ text }) => text.slice(0, 5));
    const before = against([]);
    expect(new Set(before).size).toBeGreaterThan(1);
    const [year = ''] = before;
    const hidden = matrix.columns.filter((column) => year === `较${String(column.year)}`).map(({ id }) => id);
    const after = against(hidden);
    expect(after).not.toContain(year);
    expect(new Set(after)).toEqual(new Set(before.filter((text) => text !== year)));
  });

  it('sets the places of a year side by side, or the years of a place, each cell under its head', () => {
    const two = buildMatrix(
      {
        volumes: bundledReports().map((report) => ({ report, observations: extractObservations(report) })),
        commitments: [],
      },
      { places: ['周口市', '川汇区'] },
    );
    const { columns, groups } = shownMatrix(two, NEW, null);
    expect(columns.map(({ year }) => year)).toEqual(columns.map(({ year }) => year).toSorted());
    expect(columns.filter(({ year }) => year === 2024).map(({ place }) => place)).toEqual([
      '周口市',
      '川汇区',
    ]);
    const beside = new Map(columns.map(({ id }, at) => [id, at]));
    const whole = two.groups.flatMap(({ rows }) => rows);
    for (const row of groups.flatMap(({ rows }) => rows))
      for (const [at, { id }] of two.columns.entries())
        if (beside.has(id))
          expect(row.cells[beside.get(id) ?? -1]).toBe(whole.find((one) => one.id === row.id)?.cells[at]);
    const apart = shownMatrix(two, { ...NEW, byYear: false }, null).columns.map(({ place }) => place);
    expect(apart).toEqual(
      [...apart].sort(
        (a, b) =>
          two.columns.findIndex(({ place }) => place === a) -
          two.columns.findIndex(({ place }) => place === b),
      ),
    );
  });

  it('lists no row that says nothing in the years shown', () => {
    const hiddenColumns = matrix.columns.filter(({ year }) => year !== 2024).map(({ id }) => id);
    const rows = shownMatrix(matrix, { ...NEW, singles: true, hiddenColumns }, null).groups.flatMap(
      ({ rows: all }) => all,
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ cells }) => cells.every(({ values }) => values.length === 0))).toEqual([]);
  });

  it('shows every row of what was found, best first, hidden or not', () => {
    const [hit = ''] = ids({ hiddenRows: listed }, ['港口货物吞吐量', '生产总值']);
    expect(hit).toContain('港口货物吞吐量');
    expect(ids({}, [])).toEqual([]);
    expect(toggled(toggled([], 'a'), 'a')).toEqual([]);
  });
});

describe('cells on their way into another program', () => {
  const shown = shownMatrix(matrix, NEW, null);
  const rows = shown.groups.flatMap(({ rows: all }) => all);
  const [first, second] = [rows[0]?.id ?? '', rows[1]?.id ?? ''];
  const columns = shown.columns.map(({ id }) => id);

  it('are those between two corners, whichever way they were chosen', () => {
    const [one, other] = [
      { row: second, column: columns[0] ?? '' },
      { row: first, column: columns[2] ?? '' },
    ];
    const there = cellRange(shown, one, other);
    expect([...(there?.rows ?? [])]).toEqual([first, second]);
    expect([...(there?.columns ?? [])]).toEqual(columns.slice(0, 3));
    expect(cellRange(shown, other, one)).toEqual(there);
    expect(cellRange(shown, one, one)).toBeNull();
    expect(cellRange(shown, { ...one, row: 'gone' }, other)).toBeNull();
  });

  it('keep their heads, and say what is a target, doubtful or not told', () => {
    const row = rows.find(({ name }) => name === '港口货物吞吐量');
    const table = plainMatrix(shown, oneCell({ row: row?.id ?? '', column: '周口市|2025' }));
    expect(table.heads).toEqual(['指标', '单位', '2025 年']);
    expect(table.rows).toEqual([['港口货物吞吐量', '万吨', '目标＞6,000（较2024 ↑＞795）']]);
    expect(table.source).toBe('周口市2025年据 2025 年报告');
    const whole = plainMatrix(shown, null);
    expect(whole.rows).toHaveLength(rows.length);
    for (const cells of whole.rows) expect(cells).toHaveLength(whole.heads.length);
  });
});

describe('walking the cells', () => {
  const { columns, groups } = shownMatrix(matrix, NEW, null);
  const rows = groups.flatMap((group) => group.rows);
  const at = (row: number, column: number) => ({
    row: rows[row]?.id ?? '',
    column: columns[column]?.id ?? '',
  });
  const key = (name: string, ctrlKey = false) => ({
    key: name,
    keyCode: 0,
    ctrlKey,
    metaKey: false,
    altKey: false,
    shiftKey: false,
  });

  it('goes to the neighbour and stops at the edges', () => {
    expect(walked(at(0, 0), key('ArrowDown'), rows, columns)).toEqual(at(1, 0));
    expect(walked(at(0, 0), key('ArrowUp'), rows, columns)).toEqual(at(0, 0));
    expect(walked(at(1, 4), key('ArrowRight'), rows, columns)).toEqual(at(1, 4));
    expect(walked(at(1, 1), key('End'), rows, columns)).toEqual(at(1, 4));
    expect(walked(at(1, 1), key('End', true), rows, columns)).toEqual(at(rows.length - 1, 4));
    expect(walked(at(9, 3), key('Home', true), rows, columns)).toEqual(at(0, 0));
    expect(walked(at(9, 3), key('a'), rows, columns)).toBeNull();
  });

  it('stands on the first cell where its own is no longer shown', () => {
    expect(standing({ row: 'gone', column: columns[2]?.id ?? '' }, rows, columns)).toEqual(at(0, 2));
    expect(standing(null, rows, columns)).toEqual(at(0, 0));
    expect(standing(null, [], columns)).toBeNull();
  });
});
