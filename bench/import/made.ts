/**
 * Makes files of the kinds people have from texts of the corpus, in the ways the import set was made, and holds what
 * is read from them against the text. `npx tsx bench/import/made.ts [-v] STEM…`, STEM as `国家_国务院_2010`.
 * Word files of the old kind and PDFs out of Word need LibreOffice on the path; without it they are left out.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { importFile } from '../../src/import';
import { sandboxFlags } from '../../src/browser/find-browser.mjs';
import { browserPath } from '../../tests/helpers/browser';
import { removeFolder, ROOT, temporaryFolder } from '../../tests/helpers/places';
import { heldAgainst, heldLine } from './held';
import { docxOf, htmlOf, newspaperOf, wrappedOf } from './kinds';

const CORPUS = join(ROOT, '..', 'shared', 'corpus');
const MAPS = join(ROOT, 'node_modules', 'pdfjs-dist', 'cmaps', '/');
/** Characters that are looked for together in what pdftotext gives. */
const WINDOW = 8;
/** GB18030 in Node is read only; iconv is on every machine that has a shell. */
const gbk = (text: string): Buffer =>
  execFileSync('iconv', ['-f', 'utf-8', '-t', 'gb18030'], { input: text });

const printed = async (
  browser: Browser,
  html: string,
  options: Parameters<Awaited<ReturnType<Browser['newPage']>>['pdf']>[0],
): Promise<Buffer> => {
  const page = await browser.newPage();
  await page.setContent(html);
  const pdf = await page.pdf(options);
  await page.close();
  return pdf;
};

const WEB_PRINT = {
  format: 'A4',
  displayHeaderFooter: true,
  margin: { top: '18mm', bottom: '18mm', left: '16mm', right: '16mm' },
  headerTemplate:
    '<div style="font-size:8px;width:100%;padding:0 16mm">2025/3/4 09:12 <span class="title"></span></div>',
  footerTemplate:
    '<div style="font-size:8px;width:100%;padding:0 16mm">https://www.example.invalid/zwgk/t2025_77.html <span class="pageNumber"></span>/<span class="totalPages"></span></div>',
} as const;

/** LibreOffice's own conversions of the .docx; none where it is not installed. */
const converted = (folder: string, docx: string): readonly string[] => {
  try {
    for (const kind of ['doc', 'pdf'])
      execFileSync('soffice', ['--headless', '--convert-to', kind, '--outdir', folder, docx], {
        stdio: 'ignore',
      });
    return [docx.replace(/docx$/, 'doc'), docx.replace(/docx$/, 'pdf')];
  } catch {
    console.log('没有 LibreOffice：.doc 与 Word 版 PDF 未量。');
    return [];
  }
};

const makeFiles = async (browser: Browser, folder: string, stem: string, text: string): Promise<string[]> => {
  const [, place = '', year = ''] = stem.split('_');
  const title = `${place}${year}年政府工作报告`;
  const page = htmlOf(title, text);
  const files: Readonly<Record<string, Uint8Array>> = {
    'columns.pdf': await printed(browser, newspaperOf(title, text), { format: 'A3', landscape: true }),
    'web.pdf': await printed(browser, page, WEB_PRINT),
    'utf8.html': Buffer.from(page),
    'gbk.html': gbk(page.replace('charset="utf-8"', 'charset="gb2312"')),
    'gbk-wrapped.txt': gbk(wrappedOf(title, text)),
    'utf16.txt': Buffer.from(`\ufeff${text}`, 'utf16le'),
    'word.docx': docxOf(title, text),
  };
  const paths = Object.entries(files).map(([name, bytes]) => {
    const path = join(folder, `${stem}-${name}`);
    writeFileSync(path, bytes);
    return path;
  });
  return [...paths, ...converted(folder, join(folder, `${stem}-word.docx`))];
};

/** The first words of a paragraph that pdftotext does not find in the PDF either; none where it finds them all. */
const lackedBy = (path: string, paragraph: string): string => {
  const text = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const wanted = paragraph.normalize('NFKC');
  const starts = Array.from({ length: Math.max(1, wanted.length - WINDOW + 1) }, (_, at) => at);
  const lacked = starts.find((at) => !plain.includes(wanted.slice(at, at + WINDOW)));
  return lacked === undefined ? '' : wanted.slice(lacked, lacked + 2 * WINDOW);
};

const isLoud = process.argv.includes('-v');
const stems = process.argv.slice(2).filter((word) => word !== '-v');
const folder = process.env['DUIDU_MADE'] ?? (await temporaryFolder());
const browser = await chromium.launch({ executablePath: browserPath(), args: [...sandboxFlags()] });
for (const stem of stems) {
  const text = readFileSync(join(CORPUS, `${stem}.txt`), 'utf8').replace(/^\ufeff/, '');
  const [, place = '', year = ''] = stem.split('_');
  for (const path of await makeFiles(browser, folder, stem, text)) {
    const name = path.slice(folder.length + 1);
    const [outcome] = await importFile({ name, bytes: readFileSync(path) }, { characterMaps: MAPS });
    if (!outcome?.result.ok) {
      console.log(`${name}\t${JSON.stringify(outcome?.result)}`);
      continue;
    }
    const held = heldAgainst(outcome.result.value, text, { place, year: Number(year) });
    console.log(`${name}\t${heldLine(held)}`);
    if (!isLoud) continue;
    for (const line of held.furniture) console.log('   杂', line);
    for (const line of held.missing) {
      const lacked = name.endsWith('.pdf') ? lackedBy(path, line) : '';
      const told = lacked === '' ? '' : `　pdftotext 也没有“${lacked}”`;
      console.log('   缺', line.slice(0, 40), '…', `${line.slice(-20)}${told}`);
    }
  }
}
await browser.close();
if (process.env['DUIDU_MADE'] === undefined) await removeFolder(folder);
