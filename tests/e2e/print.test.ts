import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareReports } from '../../src/shared/compare';
import { typeset } from '../../src/shared/parse';
import { buildSheet } from '../../src/shared/sheet';
import { axeViolations } from '../helpers/axe';
import { bundledReports } from '../helpers/bundled-reports';
import { openReport, poll, rail } from '../helpers/page-model';
import { pdfFonts, readPdf, type PdfPage } from '../helpers/pdf';
import { ROOT } from '../helpers/places';
import type { OpenReader } from '../helpers/reader';
import { openReader, pageHost } from '../helpers/reader';

let reader: OpenReader;
let page: Page;

beforeAll(async () => {
  reader = await openReader(pageHost());
  page = reader.page;
});

afterAll(() => reader.close());

const A4 = [594.96, 841.92] as const;

const printed = async (): Promise<Uint8Array> => page.pdf({ preferCSSPageSize: true, printBackground: true });

const pages = (): Locator => page.locator('.sheet-pages .sheet-page');

/** What a reader chose for the sheets before; the parts of the first sheet where nothing is given. */
const prefer = (preferences: object): Promise<void> =>
  page.evaluate((text) => localStorage.setItem('duidu.print', text), JSON.stringify(preferences));

const WHOLE = {
  parts: ['matrix', 'ledger', 'pledges', 'lives', 'levels', 'wording', 'charts', 'text', 'notes'],
};
const TEXT = { parts: ['text', 'notes'] };

/** Opens the sheet of a pair from the shelf and waits until its pages are made. */
const openSheet = async (pair: string, preferences: object): Promise<void> => {
  await prefer(preferences);
  await page.reload();
  await page.getByRole('button', { name: `打印 ${pair} 对照表` }).click();
  await pages().first().waitFor();
};

const bare = (text: string): string => text.replace(/\s/g, '');

/** Texts of the elements of each page, without white space. */
const perPage = (selector: string): Promise<readonly (readonly string[])[]> =>
  pages().evaluateAll(
    (sheets, wanted) =>
      sheets.map((sheet) =>
        [...sheet.querySelectorAll(wanted)].map(({ textContent }) => (textContent ?? '').replace(/\s/g, '')),
      ),
    selector,
  );

/** Every passage of the texts of two reports, as it is set. */
const passagesOf = (left: string, right: string): readonly string[] => {
  const [first, second] = [left, right].map((wanted) => bundledReports().find(({ id }) => id === wanted));
  if (!first || !second) throw new Error('Both reports are bundled.');
  const sheet = buildSheet(
    {
      reports: [first, second].map((report) => ({ report, sha256: report.id.padEnd(64, '0') })),
      comparison: compareReports(first, second, { roles: ['plan', 'livelihood'] }),
      matrix: null,
      commitments: [],
      wording: null,
      notes: [],
    },
    { today: '2026-11-20', parts: ['text'] },
  );
  return sheet.parts
    .flatMap((part) => (part.kind === 'text' ? part.table.rows : []))
    .flatMap((row) => (row.kind === 'cells' ? row.cells : []))
    .flatMap(({ lines }) => lines)
    .flatMap(({ tone, runs }) =>
      tone === 'text' ? [bare(typeset(runs.map(({ text }) => text).join('')))] : [],
    );
};

describe.each([
  ['周口市 2023 — 2025', 'zhoukou-2023', 'zhoukou-2025'],
  ['周口市 2025 — 川汇区 2024', 'zhoukou-2025', 'chuanhui-2024'],
])('the sheet of %s on paper', (name, left, right) => {
  let bytes: Uint8Array;
  let paper: readonly PdfPage[];

  beforeAll(async () => {
    await openSheet(name, WHOLE);
    bytes = await printed();
    paper = await readPdf(bytes);
  });

  it('is A4, and has as many pages as every foot says', () => {
    expect(paper.length).toBeGreaterThan(1);
    paper.forEach(({ size, text }, index) => {
      expect(size.map((length, side) => Math.abs(length - (A4[side] ?? 0)) < 1)).toEqual([true, true]);
      expect(text).toContain(`第${index + 1}页共${paper.length}页`);
      expect(text).toMatch(/文本校验[0-9a-f]{8}/);
    });
  });

  it('holds every passage of the sheet, whole', () => {
    const all = paper.map(({ text }) => text);
    const missing = passagesOf(left, right).filter((passage) => !all.some((text) => text.includes(passage)));
    expect(missing).toEqual([]);
  });

  it('is page by page what the preview shows: no row, head or footnote is cut', async () => {
    for (const part of ['.sheet-cell', '.sheet-group', '.sheet-part', '.sheet-footnote p', '.sheet-foot']) {
      const shown = await perPage(part);
      expect(shown.flat().length).toBeGreaterThan(0);
      const missing = shown.flatMap((texts, index) =>
        texts.filter((text) => !paper[index]?.text.includes(text)),
      );
      expect(missing).toEqual([]);
    }
  });

  it('tells on each page every source its passages, figures and charts refer to', async () => {
    const used = (await perPage('.sheet-body sup')).map((texts) => texts.flatMap((text) => text.split('、')));
    const told = await perPage('.sheet-footnote-number');
    used.forEach((numbers, index) => {
      expect(told[index]).toEqual([...new Set(numbers)].sort((a, b) => Number(a) - Number(b)));
    });
  });

  it('opens a page with the head of the table it goes on with, marked 续表', async () => {
    const goesOn = await pages().evaluateAll((sheets) =>
      sheets.map((sheet) => sheet.querySelector('.sheet-body')?.children[1]?.className ?? ''),
    );
    expect(goesOn.filter((name) => name === 'sheet-head').length).toBeGreaterThan(3);
    goesOn.forEach((name, index) => {
      if (name === 'sheet-head') expect(paper[index]?.text.slice(0, 120)).toContain('续表');
      else expect(name).not.toMatch(/row|group/);
    });
  });

  it('brings its own fonts, all Noto', () => {
    const fonts = pdfFonts(bytes);
    expect(fonts.length).toBeGreaterThan(3);
    expect(
      fonts.filter(({ name: font, embedded }) => !embedded || !/^Noto(Serif|Sans)SC/.test(font)),
    ).toEqual([]);
  });

  it('keeps everything inside the margins, apart from the footnotes and from the marks', async () => {
    await page.emulateMedia({ media: 'print' });
    const faults = await pages().evaluateAll((sheets) => {
      const mm = 96 / 25.4;
      return sheets.flatMap((sheet, index) => {
        const box = sheet.getBoundingClientRect();
        const foot = sheet.querySelector('.sheet-footnotes, .sheet-foot')?.getBoundingClientRect();
        const last = sheet.querySelector('.sheet-body')?.lastElementChild?.getBoundingClientRect();
        const end = sheet.querySelector('.sheet-foot')?.getBoundingClientRect();
        const over = (last?.bottom ?? 0) - (foot?.top ?? 0);
        const below = (end?.bottom ?? 0) - (box.bottom - 16 * mm);
        const touching = [...sheet.querySelectorAll('.sheet-row')].filter((row) => {
          const number = row.querySelector('.sheet-cell:first-child sup')?.firstChild;
          const mark = row.querySelector('.sheet-cell.center .sheet-mark')?.getBoundingClientRect();
          if (!number || !mark) return false;
          const range = document.createRange();
          range.selectNodeContents(number);
          const { right, bottom, top } = range.getBoundingClientRect();
          return right > mark.left && top < mark.bottom && bottom > mark.top;
        });
        return over > 0.5 || below > 0.5 || touching.length
          ? [{ index, over, below, touching: touching.map(({ textContent }) => textContent) }]
          : [];
      });
    });
    await page.emulateMedia({ media: null });
    expect(faults).toEqual([]);
  });
});

describe('the same sheet', () => {
  it('is printed alike from a small dark window', async () => {
    await openSheet('周口市 2023 — 2025', {});
    const wide = await readPdf(await printed());
    await page.setViewportSize({ width: 683, height: 384 });
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'night'));
    expect(await readPdf(await printed())).toEqual(wide);
    const colours = await pages()
      .first()
      .evaluate((sheet) => [getComputedStyle(sheet).color, getComputedStyle(sheet).backgroundColor]);
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    const box = await pages().first().boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 683).toBe(true);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('holds what is chosen: one topic, only what differs, two parts', async () => {
    await openSheet('周口市 2023 — 2025', TEXT);
    // The pages are set anew once their fonts are there.
    await expect.poll(() => pages().count()).toBeGreaterThan(3);
    await page.getByRole('button', { name: '全不选' }).click();
    await page.getByRole('heading', { name: '没有选中要印的内容' }).waitFor();
    await page.getByLabel('科技创新').check();
    const titles = async (): Promise<ReadonlySet<string>> =>
      new Set((await perPage('.sheet-group')).flat().map((title) => title.replace('（续）', '')));
    await expect.poll(titles).toEqual(new Set(['部署·科技创新']));
    expect(await pages().count()).toBeLessThanOrEqual(3);
    await page.getByLabel('正文只印改动').check();
    await expect
      .poll(() => page.locator('.sheet-pages .sheet-row:not(.strong):not(:has(.sheet-mark))').count())
      .toBeLessThan(4);
    await page.getByLabel('总体要求').check();
    await page.getByRole('button', { name: '全选' }).click();
    await expect.poll(async () => (await perPage('.sheet-group')).flat().join()).toMatch(/总体要求/);
  });

  it('starts with the topic last read side by side', async () => {
    await prefer(TEXT);
    await page.reload();
    await page.getByRole('button', { name: '对读 周口市 2023 — 2025' }).click();
    await page.locator('.topic-list').getByRole('button', { name: '科技创新' }).click();
    await page.getByRole('grid', { name: '部署，科技创新' }).waitFor();
    await page.getByRole('button', { name: '打印对照表' }).click();
    await pages().first().waitFor();
    expect((await page.locator('.sheet-group').first().textContent()) ?? '').toContain('科技创新');
  });

  it('goes to the print dialog', () =>
    reader.dialogs.print(() =>
      page.getByRole('complementary').getByRole('button', { name: '打印对照表' }).click(),
    ));

  it.skipIf(pageHost() !== 'loopback')(
    'says that the print dialog makes the PDF where the host does not',
    () => page.getByText('在打印窗口里选“另存为 PDF”').waitFor(),
  );

  it('is offered by Ctrl+P from anywhere, and asks for a pair where there is none', async () => {
    await page.reload();
    // The page listens for keys a moment after it shows the shelf, and shows nothing when it begins to.
    const asked = async (): Promise<boolean> => {
      await page.keyboard.press('Control+p');
      return page.getByRole('heading', { name: '选两篇报告做对照表' }).isVisible();
    };
    await expect.poll(asked, { timeout: 10_000 }).toBe(true);
    await page.getByRole('button', { name: '看对照表' }).click();
    await pages().first().waitFor();
  });

  it('asks nothing of anybody else', () => {
    expect(reader.foreign).toEqual([]);
    expect(reader.errors).toEqual([]);
  });

  it.each(['day', 'night', 'sepia'])('has nothing axe objects to: %s', async (theme) => {
    await openSheet('周口市 2023 — 2025', { parts: ['matrix', 'charts'] });
    await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
    expect(await axeViolations(page)).toEqual([]);
  });
});

describe('the shortest way to paper', () => {
  it('is two clicks from the shelf: the sheet of the pair, and the printer', async () => {
    await prefer({});
    await page.reload();
    const steps = [
      () => page.getByRole('button', { name: '打印 周口市 2023 — 2025 对照表' }).click(),
      () => page.getByRole('complementary').getByRole('button', { name: '打印对照表' }).click(),
    ];
    await reader.dialogs.print(async () => {
      for (const step of steps) await step();
    });
    expect(steps.length).toBeLessThanOrEqual(6);
  });

  it('prints with Ctrl+P the report that is read, notes when asked for, and keeps the sheet put together before', async () => {
    await openSheet('周口市 2023 — 2025', {});
    await openReport(page, 'zhoukou-2025');
    await page.keyboard.press('s');
    await page.keyboard.press('1');
    await page.keyboard.press('Control+p');
    await pages().first().waitFor();
    expect(await page.locator('.print-pair').textContent()).toBe('周口市 2025');
    expect(await page.locator('.sheet-note').count()).toBe(0);
    await page.getByLabel(/^批注 1 条/).check();
    await poll(() => page.locator('.sheet-pages').textContent()).toContain('〔批注 1〕');
    await rail(page, '打印').click();
    await poll(() => page.locator('.print-pair').textContent()).toBe('周口市 2023 — 周口市 2025');
    expect(await page.getByLabel(/^批注 1 条/).isChecked()).toBe(false);
  });

  it('prints 要点一页 on one page, whose lines can be moved and taken away', async () => {
    await openReport(page, 'zhoukou-2025');
    await page.keyboard.press('Control+p');
    await page.getByRole('button', { name: '要点一页' }).click();
    await poll(() => page.locator('.print-count').textContent()).toBe('共 1 页');
    const names = () => page.locator('.sheet-pages .sheet-row .sheet-cell:first-child').allTextContents();
    const before = await names();
    const lines = page.locator('.digest-lines').first();
    await lines.getByRole('button', { name: /^下移/ }).first().click();
    await poll(async () => (await names()).slice(0, 2)).toEqual([before[1], before[0]]);
    await lines.getByRole('button', { name: /^不印/ }).first().click();
    await poll(async () => (await names())[0]).toBe(before[0]);
    expect(await page.locator('.print-count').textContent()).toBe('共 1 页');
    await page.getByRole('button', { name: '报告', exact: true }).click();
    await poll(() => page.locator('.print-count').textContent()).not.toBe('共 1 页');
  });

  it('keeps what was chosen of the paper for the next sheet', async () => {
    await openSheet('周口市 2023 — 2025', { parts: ['ledger', 'nonsense'], size: 'B5', fontSize: 12 });
    await page.getByRole('group', { name: '方向' }).getByRole('button', { name: '横向' }).click();
    await expect.poll(async () => (await readPdf(await printed()))[0]?.size[0]).toBeGreaterThan(800);
    await page.reload();
    await page.getByRole('button', { name: '打印 周口市 2025 — 川汇区 2024 对照表' }).click();
    await pages().first().waitFor();
    const chosen = await page.locator('.print-settings [aria-pressed="true"]').allTextContents();
    expect(chosen).toEqual(['A4', '横向', '装订', '小四']);
  });
});

describe('另存为 PDF', () => {
  it('writes the pages of the preview to the file the person names', async () => {
    const shell = await openReader('stand-in');
    const { person } = await import('../helpers/electron-stand-in');
    const path = join(shell.folder, '对照表.pdf');
    person.savesTo = path;
    await shell.page.getByRole('button', { name: '打印 周口市 2023 — 2025 对照表' }).click();
    await shell.page.getByRole('button', { name: '另存为 PDF' }).click();
    await shell.page.getByText(`已存为 ${path}`).waitFor();
    const count = await shell.page.locator('.sheet-pages .sheet-page').count();
    expect(await readPdf(await readFile(path))).toHaveLength(count);
    await shell.close();
  });
});

describe('duidu sheet', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duidu-sheet-'));
  const out = join(folder, '对照表.pdf');

  const make = (...options: readonly string[]): Promise<string> =>
    new Promise((resolve) => {
      const args = [
        'sheet',
        'zhoukou-2022',
        'zhoukou-2023',
        '--part',
        'matrix',
        '--part',
        'ledger',
        ...options,
      ];
      execFile(
        process.execPath,
        [join(ROOT, 'bin', 'duidu.mjs'), ...args, '--out', out],
        { timeout: 50_000 },
        (_error, _out, err) => resolve(err),
      );
    });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('makes without a window a PDF of the paper asked for, with its fonts and every source told', async () => {
    expect(await make('--paper', 'A3', '--landscape')).toContain('已写到');
    const bytes = await readFile(out);
    const paper = await readPdf(bytes);
    expect(paper.length).toBeGreaterThan(2);
    paper.forEach(({ size: [width, height], text }, index) => {
      expect(Math.abs(width - 1191.12) < 1 && Math.abs(height - 841.92) < 1).toBe(true);
      expect(text).toContain(`第${index + 1}页共${paper.length}页`);
    });
    const fonts = pdfFonts(bytes);
    expect(fonts.length).toBeGreaterThan(3);
    expect(fonts.filter(({ name, embedded }) => !embedded || !/^Noto(Serif|Sans)SC/.test(name))).toEqual([]);
    const all = paper.map(({ text }) => text).join('');
    expect(all).not.toMatch(/[\ufffd\ue000-\uf8ff]/);
    for (const told of ['指标（单位）', '目标—完成', '周口市2023·']) expect(all).toContain(told);
  });
});
