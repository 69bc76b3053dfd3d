import { describe, expect, it } from 'vitest';
import type { Shelved } from '../../../src/renderer/state/library/library';
import { hanYear, shelfGrid } from '../../../src/renderer/views/shelf/shelf-grid';

const shelved = (place: string, year: number, id = `${place}-${year}`): Shelved => ({
  state: 'opening',
  entry: { id, file: `${id}.txt`, sha256: '0'.repeat(64), place, year, genre: '全文', title: id },
});

describe('the shelf', () => {
  const { years, rows } = shelfGrid([
    shelved('周口市', 2022),
    shelved('周口市', 2022, 'highlights'),
    shelved('周口市', 2023),
    shelved('周口市', 2025),
    shelved('川汇区', 2024),
  ]);

  it('has a column for every year from the first to the last', () => {
    expect(years).toEqual([2022, 2023, 2024, 2025]);
  });

  it('puts two reports of one year into one cell', () => {
    expect(rows[0]?.cells[0]?.items.map(({ entry }) => entry.id)).toEqual(['周口市-2022', 'highlights']);
  });

  it('shows a gap only between two reports of the same place', () => {
    expect(rows.map(({ cells }) => cells.map(({ gap }) => gap))).toEqual([
      [false, false, true, false],
      [false, false, false, false],
    ]);
  });

  it('is empty for an empty library', () => {
    expect(shelfGrid([])).toEqual({ years: [], rows: [] });
  });

  it('writes years on covers in Han numerals', () => {
    expect(hanYear(2025)).toBe('二〇二五');
  });
});
