import { expect, it } from 'vitest';
import { loadFaces } from '../../src/renderer/views/charts/faces';
import type { Plot } from '../../src/renderer/views/charts/plot';
import '../../src/renderer/styles/fonts.css';

const PLOT: Plot = { unit: '万吨', years: [2022], absences: ['缺报告'], lines: [] };
const FACES = { sans: "'Noto Sans SC', sans-serif", serif: "'Noto Serif SC', serif" };

it('has every sign of a plot at hand before it is drawn: a canvas is not drawn again when a face arrives', async () => {
  expect(document.fonts.check("700 13px 'Noto Serif SC'", '＞3,000')).toBe(false);
  await loadFaces(PLOT, FACES, '周口市 港口货物吞吐量');
  for (const family of ['Noto Sans SC', 'Noto Serif SC'])
    for (const weight of [400, 700])
      expect(
        document.fonts.check(`${weight} 13px '${family}'`, '＞≥3,000 万吨 缺报告 周口市 港口货物吞吐量'),
      ).toBe(true);
});
