import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { docxOf, wrappedOf } from '../../../bench/import/kinds';
import { heldAgainst } from '../../../bench/import/held';
import { ROOT } from '../../helpers/places';
import { imported } from './files';

const CORPUS = join(ROOT, '..', 'shared', 'corpus');
const DOCX = join(CORPUS, 'docx');
const GB18030 = join(CORPUS, 'gb18030');
const present = existsSync(DOCX) && existsSync(GB18030);
if (!present) console.log('corpus-files.test：../shared/corpus 不在，跳过真实文件的检查。');

const listed = (folder: string): readonly string[] => (present ? readdirSync(folder) : []);

/** The text of the corpus that a Word file of 2025 is held against: 2025年广西政府工作报告.docx is 广西壮族自治区's. */
const textBeside = (name: string): string => {
  const place = /^2025年(.+?)政府/.exec(name)?.[1] ?? '';
  const text = readdirSync(CORPUS).find(
    (file) => file.startsWith(`省级_${place}`) && file.endsWith('_2025.txt'),
  );
  if (!text) throw new Error(`${name}: no text beside it.`);
  return readFileSync(join(CORPUS, text), 'utf8');
};

describe.skipIf(!present)('files of real governments (needs ../shared/corpus)', () => {
  test.each(listed(DOCX))('%s gives its text whole', { timeout: 60_000 }, async (name) => {
    const file = await imported(name, readFileSync(join(DOCX, name)));
    const { place, year } = file.guesses;
    expect([place?.sure, year?.value]).toEqual([true, 2025]);
    const held = heldAgainst(file, textBeside(name), { place: place?.value ?? '', year: 2025 });
    expect(held.whole).toBeGreaterThanOrEqual(0.97);
    expect(held.numbers).toBeGreaterThanOrEqual(0.98);
    expect([held.furniture, held.radicals]).toEqual([[], 0]);
  });

  test.each(listed(GB18030))('%s is told to be GB18030 and read to the last character', async (name) => {
    const bytes = readFileSync(join(GB18030, name));
    const file = await imported(name, bytes);
    expect(file.origin.encoding).toBe('gb18030');
    const letters = (text: string): string => text.replace(/[^\p{Script=Han}]/gu, '');
    expect(letters(file.raw)).toBe(letters(new TextDecoder('gb18030', { fatal: true }).decode(bytes)));
    expect(file.guesses.place?.value).toContain('海拉尔');
    expect(file.guesses.year?.value).toBe(Number(/_(\d{4})/.exec(name)?.[1]));
  });

  // Neither is in the set the importers were made with.
  test.each(['县级_保定曲阳_2022', '省级_四川省_2025', '国家_国务院_2010'])(
    'files made of %s as WPS and as an old page make them give it whole',
    { timeout: 60_000 },
    async (stem) => {
      const text = readFileSync(join(CORPUS, `${stem}.txt`), 'utf8');
      const [, place = '', year = ''] = stem.split('_');
      const known = { place, year: Number(year) };
      const title = `${year}年政府工作报告`;
      const [word, wrapped] = await Promise.all([
        imported(`${stem}.docx`, docxOf(title, text)),
        imported(`${stem}.txt`, new TextEncoder().encode(wrappedOf(title, text))),
      ]);
      for (const file of [word, wrapped]) {
        const held = heldAgainst(file, text, known);
        expect(held.whole).toBeGreaterThanOrEqual(0.97);
        expect(held.numbers).toBeGreaterThanOrEqual(0.98);
        expect([held.furniture, held.radicals]).toEqual([[], 0]);
      }
    },
  );
});
