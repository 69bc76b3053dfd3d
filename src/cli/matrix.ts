import { buildMatrix } from '../shared/compare';
import type { Fault } from '../shared/fault';
import {
  AS_IT_COMES,
  findIndicators,
  indicatorEntries,
  plainMatrix,
  shownMatrix,
} from '../shared/indicators';
import { csvTable } from './csv';
import { loadReports } from './library';
import { readOptions } from './options';
import { EXIT, print, printFaults } from './output';
import { readTogether } from './sheet-material';

export const matrixUsage = `用法：duidu matrix [选项] [文件|文件夹|报告名]…

指标对照：同一指标各年的数排成一行，CSV，和窗口里的“指标对照”是同一张表。目标、存疑写在数的前面，
同比、位次写在括号里。不写文件就读自带的五份报告。

  --indicator 词   只列这个词找到的指标，名称、别名、拼音都行，最像的在前
  --place 地名     只列这个地方的；可写多次
  --singles        只有一个数的指标也列
  --by-place       一个地方的各年排在一起；不写是同一年的各地排在一起`;

/** Prints the matrix of the given reports, or of the bundled ones, as CSV. */
export async function runMatrix(args: readonly string[]): Promise<number> {
  const options = readOptions(args, {
    indicator: { type: 'string' },
    place: { type: 'string', multiple: true },
    singles: { type: 'boolean' },
    'by-place': { type: 'boolean' },
  });
  if (!options.ok) {
    printFaults([options.fault]);
    return EXIT.misused;
  }
  const { values, positionals } = options.value;
  const { reports, faults } = await loadReports(positionals);
  const { volumes, commitments } = readTogether(reports);
  const matrix = buildMatrix({ volumes, commitments }, values.place ? { places: values.place } : {});
  const asked = values.indicator?.trim() ?? '';
  const found =
    asked === ''
      ? null
      : findIndicators(indicatorEntries(volumes), asked).map(({ entry }) => entry.indicator);
  const arrangement = { ...AS_IT_COMES, singles: values.singles ?? false, byYear: !values['by-place'] };
  const { heads, rows } = plainMatrix(shownMatrix(matrix, arrangement, found), null);
  if (rows.length > 0) await print(csvTable([heads, ...rows]));
  const missing = rows.length === 0 ? [nothing(asked)] : [];
  printFaults([...faults, ...missing]);
  return faults.length + missing.length === 0 ? EXIT.done : EXIT.failed;
}

const nothing = (asked: string): Fault => ({
  code: 'name-unknown',
  subject: asked || '指标对照',
  reason: asked ? '这些报告里没有这样的指标' : '这些报告里没有可以对照的数',
  remedy: '加上 --singles 看只有一个数的指标，或换一个词、换几篇报告。',
});
