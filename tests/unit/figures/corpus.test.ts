import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseReport, rangeToRaw } from '../../../src/shared/parse';
import type { Observation } from '../../../src/shared/report';
import { extractObservations } from '../../../src/shared/figures';

/** Reports of other places beside the checkout, for robustness only; never part of the project. */
const FOLDER = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url));
const inFolder = (folder: string): readonly string[] =>
  existsSync(FOLDER + folder)
    ? readdirSync(FOLDER + folder)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => folder + name)
    : [];
const files = [...inFolder(''), ...inFolder('gb18030/')];

/** The text of a file of the corpus, as its folder says it is encoded. */
const textOf = (name: string): string =>
  new TextDecoder(name.startsWith('gb18030/') ? 'gb18030' : 'utf-8').decode(readFileSync(FOLDER + name));

if (files.length === 0) console.log('figures/corpus.test：../shared/corpus 不在，跳过其他报告的检查。');

/** Whether the printed characters are the value: Arabic digits by their value, Han numerals and 1万6千 by their kind. */
function isPrinted({ value }: Observation, printed: string): boolean {
  const text = printed.normalize('NFKC').replace(/[,\s]/g, '');
  const first = typeof value === 'number' ? value : value[0];
  return (
    /[一二两三四五六七八九十百千万亿番首]/.test(text) ||
    /\d[万亿]\d/.test(text) ||
    /^\d+\/\d+$/.test(text) ||
    Number.parseFloat(text.replace(/^[−–负]/, '-')) === first
  );
}

test.skipIf(files.length === 0)(
  'every number of the corpus stands where its range says',
  { timeout: 120_000 },
  () => {
    const wrong: string[] = [];
    for (const name of files) {
      const raw = textOf(name);
      const report = parseReport({ id: name, raw });
      for (const observation of extractObservations(report)) {
        const { start, end } = rangeToRaw(report, observation.range);
        const printed = raw.slice(start, end);
        if (!isPrinted(observation, printed))
          wrong.push(`${name} ${String(start)} «${printed}» ${String(observation.value)}`);
      }
    }
    expect(wrong).toEqual([]);
  },
);
