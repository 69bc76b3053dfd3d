import { describe, expect, it } from 'vitest';
import { sheetReports } from '../../../src/renderer/views/parts/sheet-reports';
import { bundledCatalog } from '../../helpers/bundled-reports';

const entries = bundledCatalog();

describe('the reports of a sheet made of passages', () => {
  it('are those the notes are tied to, in the order of their passages', () => {
    const ids = ['zhoukou-2025', 'zhoukou-2022', 'chuanhui-2024', 'zhoukou-2025'];
    expect(sheetReports(ids, entries)).toEqual(['zhoukou-2025', 'zhoukou-2022', 'chuanhui-2024']);
  });

  it('have the latest other year of the place beside a single one', () => {
    expect(sheetReports(['zhoukou-2025'], entries)).toEqual(['zhoukou-2025', 'zhoukou-2023']);
  });

  it('have the latest of another place where its own has no other year', () => {
    expect(sheetReports(['chuanhui-2024'], entries)).toEqual(['chuanhui-2024', 'zhoukou-2025']);
  });

  it('are four at most, and only those on the shelf', () => {
    const ids = entries.map(({ id }) => id);
    expect(sheetReports(['elsewhere', ...ids], entries)).toEqual(ids.slice(0, 4));
    expect(sheetReports(['elsewhere'], entries)).toEqual([]);
  });
});
