import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import { OFFICE } from '../../../src/paper/office';
import { TINTS } from '../../../src/shared/report';
import { typeset } from '../../../src/shared/parse';
import type { Sheet, TablePart } from '../../../src/shared/sheet';
import { bundledSheet } from '../../helpers/bundled-sheet';

const bare = (text: string): string => text.replace(/\s/g, '');

const tablesOf = ({ parts }: Sheet): readonly TablePart[] =>
  parts.flatMap((part) => ('table' in part ? [part] : []));

/** The words of an element of WordprocessingML. */
const wordsOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text)
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

describe.each([
  ['zhoukou-2022', 'zhoukou-2023'],
  ['zhoukou-2025', 'chuanhui-2024'],
])('the Word file of %s and %s', (left, right) => {
  const sheet = bundledSheet([left, right]);
  let parts: Record<string, string>;
  let document: string;
  let html: string;
  let bytes: Uint8Array;

  beforeAll(async () => {
    bytes = await OFFICE.docx.make(sheet);
    const files = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.xml'));
    parts = Object.fromEntries(files.map(([name, data]) => [name, strFromU8(data)]));
    document = parts['word/document.xml'] ?? '';
    html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value;
  });

  it('gives back every cell of every table', () => {
    const rows = [...document.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => bare(wordsOf(cell))),
    );
    const wanted = tablesOf(sheet).flatMap(({ table }) => [
      table.columns.map(({ title, caption }) => bare(title + caption)),
      ...table.rows.map((row) =>
        row.kind === 'group'
          ? [bare(row.title)]
          : row.cells.map(({ lines }) =>
              lines
                .map(({ tone, runs }) => {
                  const text = runs.map((run) => run.text).join('');
                  return bare(tone === 'text' ? typeset(text) : text);
                })
                .join(''),
            ),
      ),
    ]);
    expect(rows).toHaveLength(wanted.length);
    // Marks and numbers of sources stand between the words; what is left is the cell.
    const stripped = (text: string) => text.replace(/[●○◇■◎×□改移缺新、\d]/g, '');
    wanted.forEach((cells, at) => expect(rows[at]?.map(stripped)).toEqual(cells.map(stripped)));
    // The figures themselves, with their digits.
    const figures = tablesOf(sheet).flatMap(({ data }) => data.map(({ text }) => text));
    expect(figures.length).toBeGreaterThan(20);
    const told = rows.flat().join('\n');
    expect(figures.filter((figure) => !told.includes(bare(figure)))).toEqual([]);
  });

  it('is read by another program: tables, notes and all', () => {
    expect(html.match(/<table/g)).toHaveLength(tablesOf(sheet).length);
    const rows = tablesOf(sheet).reduce((sum, { table }) => sum + table.rows.length + 1, 0);
    expect(html.match(/<tr/g)).toHaveLength(rows);
    for (const { sentence } of sheet.footnotes.slice(0, 20)) {
      const words = typeset(sentence).slice(0, 12).replaceAll('&', '&amp;');
      expect(bare(html)).toContain(bare(words));
    }
  });

  it('has a real footnote for each source, numbered by Word as the sheet numbers it', () => {
    const referred = [...document.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id]) => Number(id));
    expect(referred).toEqual(sheet.footnotes.map(({ number }) => number));
    const notes = parts['word/footnotes.xml'] ?? '';
    for (const { number, source, sentence } of sheet.footnotes) {
      const note = new RegExp(`<w:footnote w:id="${number}">.*?</w:footnote>`, 's').exec(notes)?.[0] ?? '';
      expect(wordsOf(note)).toContain(source);
      expect(bare(wordsOf(note))).toContain(bare(typeset(sentence)));
    }
    const bookmarks = new Set(
      [...document.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, n]) => n),
    );
    const links = [...document.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)"/g)].map(([, name]) => name);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((name) => !bookmarks.has(name))).toEqual([]);
  });

  it('paints notes in the tints of the screen, and leaves room for the labels of a chart', () => {
    expect(document).not.toContain('<w:highlight');
    for (const part of sheet.parts)
      if (part.kind === 'notes')
        for (const { colour } of part.notes) expect(document).toContain(`w:fill="${TINTS[colour].slice(1)}"`);
    const charts = sheet.parts.flatMap((part) => (part.kind === 'charts' ? part.charts : []));
    expect(charts.length).toBeGreaterThan(0);
    charts.forEach(({ results, targets }, at) => {
      const values = [...results, ...targets].flatMap((point) => (point ? [point.value] : []));
      const maximum = /<c:max val="([^"]+)"/.exec(parts[`word/charts/chart${at + 1}.xml`] ?? '')?.[1];
      expect(Number(maximum)).toBeGreaterThan(Math.max(...values) * 1.2);
    });
  });

  it('keeps the foot clear of the last footnote', () => {
    const foot = Object.entries(parts).find(([name]) => /footer\d*\.xml$/.test(name))?.[1] ?? '';
    expect(foot).toMatch(/<w:top w:val="single"/);
    expect(foot).toMatch(/<w:spacing w:before="\d+"/);
  });

  it('repeats heads, cuts no row, numbers pages and names Chinese faces', () => {
    const rows = [...document.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
    expect(rows.filter((row) => !row.includes('<w:cantSplit/>'))).toEqual([]);
    expect(rows.filter((row) => row.includes('<w:tblHeader/>'))).toHaveLength(tablesOf(sheet).length);
    const foot = parts['word/footer1.xml'] ?? '';
    expect(foot).toContain('NUMPAGES');
    expect(wordsOf(foot)).toContain(sheet.foot);
    const runs = [...document.matchAll(/<w:rFonts [^>]*>/g)].map(([font]) => font);
    expect(runs.filter((font) => !/w:eastAsia="(宋体|黑体)"/.test(font))).toEqual([]);
  });
});

it('is as large as the paper, and turned as asked', async () => {
  const sheet = bundledSheet(['zhoukou-2022', 'zhoukou-2023'], {
    parts: ['matrix'],
    paper: { size: 'A3', orientation: 'landscape' },
  });
  const files = unzipSync(await OFFICE.docx.make(sheet));
  const size = /<w:pgSz [^>]*>/.exec(strFromU8(files['word/document.xml'] ?? new Uint8Array()))?.[0] ?? '';
  expect(size).toMatch(/w:w="238\d\d"/);
  expect(size).toMatch(/w:h="168\d\d"/);
  expect(size).toContain('w:orient="landscape"');
});
