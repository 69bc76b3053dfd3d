import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importFile } from '../../src/import';
import { extractObservations } from '../../src/shared/figures';
import { parseReport } from '../../src/shared/parse';
import type { Report } from '../../src/shared/report';

/**
 * Holds files of every kind against the plain text of the same report: whole paragraphs found, observations the same,
 * radicals and furniture left. `npx tsx bench/import/measure.ts [part of a file's name]…`
 */
const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));
const SET = `${SHARED}import-set/`;
const CORPUS = `${SHARED}corpus/`;
const MAPS = fileURLToPath(new URL('../../node_modules/pdfjs-dist/cmaps/', import.meta.url));
const FURNITURE =
  /无障碍|首页 ?>|打印|分享到|浏览次数|责任编辑|上一篇|下一篇|备案|网站标识码|扫一扫|https?:\/\//;

const compact = (text: string): string => text.replace(/[\s\u200b\u3000]/g, '');
const paragraphs = ({ clean, paragraphs: all }: Report): readonly string[] =>
  all.map(({ range }) => compact(clean.slice(range.start, range.end))).filter((text) => text.length >= 2);

const numbers = (report: Report): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { name, value, unit, measure, bound, kind, period } of extractObservations(report)) {
    const key = [name, String(value), unit, measure, bound, kind, period].join('|');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

function f1(a: Map<string, number>, b: Map<string, number>): number {
  const size = (counts: Map<string, number>): number =>
    [...counts.values()].reduce((sum, count) => sum + count, 0);
  const same = [...a].reduce((sum, [key, count]) => sum + Math.min(count, b.get(key) ?? 0), 0);
  return size(a) + size(b) === 0 ? 1 : (2 * same) / (size(a) + size(b));
}

async function measure(path: string, textPath: string, verbose: boolean): Promise<void> {
  const started = performance.now();
  const [outcome] = await importFile(
    { name: basename(path), bytes: readFileSync(path) },
    { characterMaps: MAPS },
  );
  const took = ((performance.now() - started) / 1000).toFixed(1);
  if (!outcome?.result.ok) {
    console.log(
      `${basename(path)}\t${outcome?.result.ok === false ? outcome.result.fault.reason : '—'}\t${took} s`,
    );
    return;
  }
  const { raw, repairs, guesses } = outcome.result.value;
  const [, place, year] = /_([^_]+)_(\d{4})/.exec(basename(path)) ?? [];
  const known = {
    place: place ?? guesses.place?.value ?? '',
    year: Number(year ?? guesses.year?.value ?? 0),
  };
  const wanted = parseReport({ id: 'a', raw: readFileSync(textPath, 'utf8') }, known);
  const got = parseReport({ id: 'a', raw }, known);
  const own = new Set(paragraphs(got));
  const whole = compact(raw);
  // A file may hold a part of the text only: what neither begins nor ends in it is not looked for.
  const all = paragraphs(wanted).filter(
    (text) => whole.includes(text.slice(0, 10)) && whole.includes(text.slice(-10)),
  );
  const missing = all.filter((text) => !own.has(text));
  const clean = got.clean;
  const furniture = clean.split('\n').filter((line) => line.length < 100 && FURNITURE.test(line));
  const radicals = raw.match(/[\u2e80-\u2ef3\u2f00-\u2fd5]/g)?.length ?? 0;
  const share = (1 - missing.length / all.length) * 100;
  console.log(
    [
      basename(path),
      `段 ${share.toFixed(1)} %`,
      `数 ${(f1(numbers(wanted), numbers(got)) * 100).toFixed(1)} %`,
      `字 ${compact(got.clean).length}/${compact(wanted.clean).length}`,
      `部首 ${radicals}`,
      `杂 ${furniture.length}`,
      `修补 ${repairs.map(({ kind, count }) => `${kind}:${count}`).join(' ')}`,
      `${guesses.place?.value ?? '?'} ${guesses.year?.value ?? '?'} ${guesses.title?.value ?? '?'}`,
      `${took} s`,
    ].join('\t'),
  );
  if (!verbose) return;
  for (const line of furniture) console.log('   杂', line);
  for (const text of missing.slice(0, 12)) {
    const near = [...own].filter(
      (line) => line.includes(text.slice(0, 8)) || line.includes(text.slice(-8)),
    )[0];
    const other = near ?? '';
    const at = [...text].findIndex((character, index) => other[index] !== character);
    console.log(
      `   异 @${at}: ${text.slice(Math.max(0, at - 6), at + 8)} ／ ${other.slice(Math.max(0, at - 6), at + 8)}`,
    );
    console.log(
      '   缺',
      text.slice(0, 40),
      '…',
      text.slice(-20),
      '\n      有',
      (near ?? '').slice(0, 60),
      '…',
      (near ?? '').slice(-24),
    );
  }
}

const asked = process.argv.slice(2).filter((word) => word !== '-v');
const verbose = process.argv.includes('-v');
if (!existsSync(SET)) console.log('../shared/import-set 不在，没有可量的文件。');
else
  for (const name of readdirSync(SET).filter(
    (file) => /\.(?!md)/.test(file) && asked.every((word) => file.includes(word)),
  )) {
    const stem = /^[^_]+_[^_]+_\d{4}/.exec(name)?.[0];
    if (stem !== undefined && existsSync(`${CORPUS}${stem}.txt`))
      await measure(SET + name, `${CORPUS}${stem}.txt`, verbose);
  }
