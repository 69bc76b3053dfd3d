import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseReport } from '../../../src/shared/parse';
import type { Report } from '../../../src/shared/report';
import { findLosses } from './reports';

/** Reports of other places beside the checkout, for robustness only; never part of the project. */
const FOLDER = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url));
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.txt')) : [];

if (files.length === 0) console.log('corpus.test：../shared/corpus 不在，跳过其他报告的检查。');

const parsed = new Map<string, Report>();
const parseFile = (name: string): Report => {
  const report = parsed.get(name) ?? readFile(name);
  parsed.set(name, report);
  return report;
};
const readFile = (name: string) =>
  parseReport({ id: name.replace('.txt', ''), raw: readFileSync(FOLDER + name, 'utf8') });

test.skipIf(files.length === 0)('no report of the corpus loses a character', { timeout: 60_000 }, () => {
  const broken = files.filter((name) => findLosses(parseFile(name)).length > 0);
  expect(broken).toEqual([]);
});

test.skipIf(files.length === 0)(
  'nearly all tell their year, place and main parts',
  { timeout: 60_000 },
  () => {
    const known = files.map(parseFile).filter(({ id, meta, sections }) => {
      const roles = new Set(sections.map(({ role }) => role));
      const forward = roles.has('plan') || roles.has('requirements') || roles.has('targets');
      return (
        meta.place !== null &&
        meta.year === Number(/\d{4}/.exec(id)?.[0]) &&
        (roles.has('review') || roles.has('five-year')) &&
        forward
      );
    });
    expect(known.length / files.length).toBeGreaterThan(0.9);
  },
);

test('time grows with length, not with its square', { timeout: 30_000 }, () => {
  const unit =
    '一、2023年工作回顾\n一年来，我们攻坚克难稳增长，经济运行呈现新气象。全年完成投资80亿元，增长8%。\n●新增高新技术企业10家\n';
  const timed = (times: number): number => {
    const raw = Array.from({ length: times }, (_, index) => unit.replace('80', String(index))).join('');
    const start = performance.now();
    parseReport({ id: 'long', raw });
    return performance.now() - start;
  };
  timed(200);
  const [short, long] = [timed(400), timed(3200)];
  expect(long / Math.max(short, 5)).toBeLessThan(32);
});
