import { strToU8, zipSync } from 'fflate';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventedReport } from '../helpers/invented-report';
import { poll, rail } from '../helpers/page-model';
import { openReader, type OpenReader } from '../helpers/reader';

/** What reading one file may add to the page's process (S-18). Megabytes. */
const MOST = 512;
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const docx = (body: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(`<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`),
  });

/** A page whose content is packed: so many megabytes of the same words. */
const packedPdf = (megabytes: number): Uint8Array => {
  const words = 'BT /F1 9 Tf 9 9 Td (government) Tj ET\n';
  const packed = deflateSync(Buffer.alloc(megabytes * 2 ** 20, words));
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    '',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  const parts = objects.map((object, index) =>
    object === ''
      ? Buffer.concat([
          Buffer.from(`4 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`),
          packed,
          Buffer.from('\nendstream\nendobj\n'),
        ])
      : Buffer.from(`${index + 1} 0 obj\n${object}\nendobj\n`),
  );
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...parts,
    Buffer.from('trailer << /Root 1 0 R >>\n%%EOF'),
  ]);
};

const head = '溪口县2031年政府工作报告，各项工作取得新的进步。';

/** The worst of each kind: as much as is let through, and more. */
const FILES: Readonly<Record<string, () => Uint8Array>> = {
  '空段.docx': () => docx('<w:p/>'.repeat(390_000)),
  '太多空段.docx': () => docx('<w:p/>'.repeat(1_500_000)),
  '短段.html': () => strToU8(`<html><body>${'<p>各项工作取得进步。'.repeat(390_000)}`),
  '太多标签.html': () => strToU8(`<html><body><p>${head}</p>${'<br>'.repeat(4_000_000)}`),
  '长文.txt': () => strToU8(`${head}\n`.repeat(270_000)),
  '太长.txt': () => strToU8(`${head}\n`.repeat(1_200_000)),
  '短格.csv': () => strToU8(`地区,年份,正文\n${'a,2024,1\n'.repeat(2_000_000)}`),
  '宽行.csv': () => strToU8(`地区,年份,正文\n${'1,'.repeat(9_000_000)}\n`),
  '字节.rtf': () => strToU8(`{\\rtf1\\ansicpg936 ${"\\'b9\\'a4".repeat(2_400_000)}}`),
  '大页.pdf': () => packedPdf(30),
  '炸弹.pdf': () => packedPdf(900),
  '满.zip': () =>
    zipSync({ 'a.txt': strToU8(`${head}\n`.repeat(250_000)), 'b.bin': new Uint8Array(9 * 2 ** 20) }),
};

const parentOf = (pid: string): string =>
  /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';

/** Process ids of the browser with this profile and all below it. */
const processesOf = (profile: string): readonly string[] => {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const read = (pid: string, file: string): string => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8');
    } catch {
      return '';
    }
  };
  const own = new Set(all.filter((pid) => read(pid, 'cmdline').includes(profile)));
  for (let more = true; more;) {
    more = false;
    for (const pid of all) {
      const parent = read(pid, 'status') === '' ? '' : parentOf(pid);
      if (!own.has(pid) && own.has(parent)) more = Boolean(own.add(pid));
    }
  }
  return [...own].filter((pid) => read(pid, 'cmdline').includes('--type=renderer'));
};

const megabytes = (pid: string, field: 'VmRSS' | 'VmHWM'): number =>
  Number(
    new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0,
  ) / 1024;

/** The kernel measures a process's highest memory anew from here on. */
const measureAnew = (pid: string): void => writeFileSync(`/proc/${pid}/clear_refs`, '5');

describe.skipIf(process.platform !== 'linux')(
  'what reading the worst files takes in the window (S-18)',
  () => {
    let reader: OpenReader;
    beforeAll(async () => {
      reader = await openReader('loopback');
    });
    afterAll(() => reader.close());

    it('each ends in 20 seconds within 512 MB of the page’s process, and the next good file is read', async () => {
      const { page, folder } = reader;
      const layer = page.locator('[data-view="import"]');
      const give = async (path: string): Promise<void> => {
        const chooser = page.waitForEvent('filechooser');
        await page.getByRole('button', { name: '打开报告…' }).click();
        await (await chooser).setFiles([path]);
        await layer.locator('.import-counts', { hasText: /\d/ }).waitFor({ timeout: 40_000 });
        await layer.locator('.import-progress').waitFor({ state: 'detached', timeout: 40_000 });
      };
      const taken: string[] = [];
      for (const [name, make] of Object.entries(FILES)) {
        const path = join(folder, name);
        await writeFile(path, make());
        const pids = processesOf(join(folder, 'browser'));
        expect(pids.length).toBeGreaterThan(0);
        const before = pids.map((pid) => megabytes(pid, 'VmRSS'));
        for (const pid of pids) measureAnew(pid);
        const begin = performance.now();
        await give(path);
        const seconds = (performance.now() - begin) / 1000;
        const used = Math.max(...pids.map((pid, at) => megabytes(pid, 'VmHWM') - (before[at] ?? 0)));
        const said = (await layer.locator('.import-table, .import-list').first().textContent())?.slice(0, 60);
        console.log(`S-18：${name} 多用 ${used.toFixed(0)} MB，${seconds.toFixed(1)} 秒：${said ?? ''}`);
        if (used > MOST || seconds > 22)
          taken.push(`${name}: ${used.toFixed(0)} MB, ${seconds.toFixed(1)} s`);
        for (const leave of await layer.getByRole('button', { name: '不要这篇' }).all()) await leave.click();
        await rail(page, '书架').click();
      }
      expect(taken).toEqual([]);
      const good = join(folder, '云岚县2026.txt');
      await writeFile(good, inventedReport('云岚县', 2026));
      await give(good);
      await poll(() => layer.locator('.import-counts').textContent()).toMatch(/已认出 \d/);
      expect(reader.errors).toEqual([]);
    }, 600_000);
  },
);
