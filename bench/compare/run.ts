/**
 * How long a comparison takes beside jsdiff. Run with `npm run bench:compare`; every time is the median of
 * several in this process, in milliseconds, after one run to load the dictionaries.
 */
import { diffChars } from 'diff';
import { readFileSync } from 'node:fs';
import { compareMany, compareReports, type Comparison } from '../../src/shared/compare';
import { parseReport } from '../../src/shared/parse';
import type { Report } from '../../src/shared/report';

const read = (id: string): Report =>
  parseReport({
    id,
    raw: readFileSync(new URL(`../../resources/reports/${id}.txt`, import.meta.url), 'utf8'),
  });

/** A long report and the same with every seventh sentence dropped and every fifth number changed: a year later. */
function rewrite(report: Report): Report {
  let number = 0;
  const kept = report.raw.split(/(?<=。)/).filter((_, index) => index % 7 !== 6);
  const raw = kept
    .join('')
    .replace(/\d+/g, (digits) => ((number += 1) % 5 === 0 ? `${Number(digits) + 3}` : digits));
  return parseReport({ id: `${report.id}-rewritten`, raw });
}

function median(times: number, work: () => void): number {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

/** The two sections of one block that have most text, subsections included. */
function longestPair(left: Report, right: Report, { blocks }: Comparison): readonly [string, string] {
  const pairs = blocks.flatMap((block) =>
    block.left
      .slice(0, 1)
      .flatMap((l) => block.right.slice(0, 1).map((r) => [textOf(left, l), textOf(right, r)] as const)),
  );
  return pairs.reduce((best, pair) => (product(pair) > product(best) ? pair : best), ['', ''] as const);
}

const product = ([a, b]: readonly [string, string]): number => a.length * b.length;

const textOf = (report: Report, section: number): string => {
  const range = report.sections[section]?.range;
  return range ? report.clean.slice(range.start, range.end) : '';
};

function bench(name: string, left: Report, right: Report): void {
  const first = performance.now();
  const comparison = compareReports(left, right);
  const cold = performance.now() - first;
  const [a, b] = longestPair(left, right, comparison);
  const row = {
    pair: name,
    characters: `${left.clean.length} + ${right.clean.length}`,
    first: cold.toFixed(1),
    whole: median(9, () => compareReports(left, right)).toFixed(1),
    'one topic': median(9, () => compareReports(left, right, { topic: '科技创新' })).toFixed(1),
    'jsdiff, longest sections': median(3, () => diffChars(a, b)).toFixed(1),
    'their length': `${a.length} + ${b.length}`,
  };
  console.log(row);
}

const [z22, z23, z25, chuanhui] = ['zhoukou-2022', 'zhoukou-2023', 'zhoukou-2025', 'chuanhui-2024'].map(
  read,
) as [Report, Report, Report, Report];
compareReports(z22, z23);
bench('zhoukou-2023, zhoukou-2025', z23, z25);
bench('zhoukou-2025, chuanhui-2024', z25, chuanhui);
bench('chuanhui-2024, rewritten', chuanhui, rewrite(chuanhui));
const two = median(5, () => compareReports(chuanhui, rewrite(chuanhui)));
const four = median(5, () => compareMany([chuanhui, rewrite(chuanhui), z25, z23]));
console.log({
  'two reports': two.toFixed(1),
  'four reports': four.toFixed(1),
  times: (four / two).toFixed(2),
});
