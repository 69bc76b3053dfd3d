import { describe, expect, it } from 'vitest';
import { joinGaps } from '../../../src/paper/pages/join-gaps';
import { cell, cellRow, line, type CellRow } from '../../../src/shared/sheet/table';

const gap = (words: string) => cell(line('box', words));
const says = (words: string) => cell(line('text', words));
const mark = cell(line('label', { text: '', mark: 'only-right' }));
const right = (words: string): CellRow => cellRow(gap('2023 年报告未提及'), mark, says(words));
const left = (words: string): CellRow => cellRow(says(words), mark, gap('2025 年报告未提及'));

const words = (rows: readonly CellRow[]) =>
  rows.map(({ cells }) =>
    cells.map(({ lines }) => lines.map(({ runs }) => runs.map(({ text }) => text).join('')).join('／')),
  );

describe('rows of a text beside nothing', () => {
  it('stand beside one gap, each of their sentences once and in order', () => {
    expect(
      words(joinGaps([right('甲。'), right('乙。'), right('丙。'), left('丁。'), left('戊。')])),
    ).toEqual([
      ['2023 年报告未提及', '', '甲。／乙。／丙。'],
      ['丁。／戊。', '', '2025 年报告未提及'],
    ]);
  });

  it('are not joined over a heading, nor over a row that both sides have', () => {
    const heading = { ...right('一、发展'), strong: true };
    const both = cellRow(says('子。'), mark, says('丑。'));
    const rows = [right('甲。'), heading, right('乙。'), both, right('丙。')];
    expect(joinGaps(rows)).toEqual(rows);
  });

  it('never make a row that is higher than a page holds, and lose none', () => {
    const rows = Array.from({ length: 40 }, (_, at) => right(`第${at}句${'话'.repeat((at % 7) * 9)}。`));
    const joined = joinGaps(rows);
    expect(joined.length).toBeLessThan(rows.length / 2);
    for (const { cells } of joined) expect(cells[2]?.lines.length ?? 0).toBeLessThanOrEqual(8);
    expect(words(joined).flatMap(([, , said]) => said?.split('／'))).toEqual(
      words(rows).map(([, , said]) => said),
    );
  });
});
