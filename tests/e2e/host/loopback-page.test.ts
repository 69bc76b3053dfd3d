import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../../../src/shared/fault';
import type { JournalDraft, JournalEntry } from '../../../src/shared/host';
import type {} from '../../fixtures/host-page/main';
import { launchProfile } from '../../helpers/browser';
import { buildHostPage, removeHostPage } from '../../helpers/host-page';
import { draft } from '../../helpers/journal-drafts';
import type { LoopbackProcess } from '../../helpers/loopback-process';
import { runLoopbackProcess } from '../../helpers/loopback-process';
import { freePort, removeFolder, temporaryFolder } from '../../helpers/places';

let root: string;
let folder: string;
let port: number;
let host: LoopbackProcess;
let context: BrowserContext;
let page: Page;

const pages = (): string => join(root, 'out', 'renderer');

const addressOf = ({ started }: LoopbackProcess): string => (started.ok ? started.value.address : '');

const append = (one: JournalDraft): Promise<Result<readonly JournalEntry[]>> =>
  page.evaluate(
    (json) => window.hostPage.host.journal.append([JSON.parse(json) as JournalDraft]),
    JSON.stringify(one),
  );

beforeAll(async () => {
  root = await buildHostPage();
});

afterAll(() => removeHostPage(root));

beforeEach(async () => {
  folder = await temporaryFolder();
  port = await freePort();
  host = await runLoopbackProcess(folder, port, pages());
  context = await launchProfile(folder);
  page = context.pages()[0] ?? (await context.newPage());
});

afterEach(async () => {
  await context.close();
  await host.stop();
  await removeFolder(folder);
});

describe('a window of the loopback host', () => {
  it('takes its ticket out of the address at once and works on after a reload', async () => {
    await page.goto(`${addressOf(host)}&view=shelf`);
    await page.getByText('ready 3').waitFor();
    expect(page.url()).toBe(`http://127.0.0.1:${port}/#view=shelf`);
    await page.reload();
    await page.getByText('ready 3').waitFor();
    const token = await readFile(join(folder, 'loopback.token'), 'utf8');
    const places = await page.evaluate(() =>
      [document.cookie, location.href, document.body.innerText].join(' '),
    );
    expect(places).not.toContain(token);
  });

  it('goes on with its ticket where it was loaded anew before the host had answered', async () => {
    await page.route('**/api/session', (route) => route.abort());
    await page.goto(addressOf(host));
    await page.getByText('没有得到许可').waitFor();
    await page.unroute('**/api/session');
    await page.reload();
    await page.getByText('ready 3').waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it('opened by hand, or by an address already used elsewhere, says what to do', async () => {
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.getByText('这个窗口：没有得到许可，读不到批注。请再运行一次 npm start').waitFor();
    const address = addressOf(host);
    const other = await launchProfile(join(folder, 'other'));
    const elsewhere = await other.newPage();
    await elsewhere.goto(address);
    await elsewhere.getByText('ready 3').waitFor();
    await other.close();
    await page.goto('about:blank');
    await page.goto(address);
    await page.getByText('没有得到许可').waitFor();
  });

  it('saves into the download folder and opens what the person picks', async () => {
    await page.goto(addressOf(host));
    await page.getByText('ready 3').waitFor();
    const coming = page.waitForEvent('download');
    const saved = await page.evaluate(() =>
      window.hostPage.host.saveFile({
        name: '对照表.csv',
        mime: 'text/csv',
        bytes: new TextEncoder().encode('周口'),
      }),
    );
    expect(saved).toEqual({ ok: true, value: { saved: true, path: null } });
    const download = await coming;
    expect(download.suggestedFilename()).toBe('对照表.csv');
    expect(await readFile(await download.path(), 'utf8')).toBe('周口');

    const choosing = page.waitForEvent('filechooser');
    const opened = page.evaluate(async () => {
      const files = await window.hostPage.host.openFiles(['.txt']);
      return files.ok
        ? files.value.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])
        : files.fault.code;
    });
    const chooser = await choosing;
    expect(chooser.isMultiple()).toBe(true);
    await chooser.setFiles([{ name: '一.txt', mimeType: 'text/plain', buffer: Buffer.from('报告') }]);
    expect(await opened).toEqual([['一.txt', '报告']]);
  });

  it('opens the print dialog of the browser', async () => {
    await page.goto(addressOf(host));
    await page.getByText('ready 3').waitFor();
    const printed = await page.evaluate(async () => {
      let asked = 0;
      window.print = () => void (asked += 1);
      return [
        await window.hostPage.host.print({ size: 'A4', orientation: 'portrait', grey: true }),
        asked,
      ] as const;
    });
    expect(printed).toEqual([{ ok: true, value: null }, 1]);
  });
});

describe('a host that goes away under its window', () => {
  it('killed: the write fails with words; the host back on its port takes the same write', async () => {
    await page.goto(addressOf(host));
    await page.getByText('ready 3').waitFor();
    const one = draft('没有丢');
    await host.kill();
    const failed = await append(one);
    expect(failed).toMatchObject({ ok: false, fault: { code: 'host-silent', reason: '没有回应' } });
    host = await runLoopbackProcess(folder, port, pages());
    expect(await append(one)).toMatchObject({ ok: true, value: [{ id: one.id, seq: 1 }] });
  });

  it(
    'stalled: the write ends within 5 s as failed; the repeat adds no second entry',
    { timeout: 30_000 },
    async () => {
      await page.goto(addressOf(host));
      await page.getByText('ready 3').waitFor();
      const one = draft('慢');
      host.child.kill('SIGSTOP');
      const since = Date.now();
      expect(await append(one)).toMatchObject({ ok: false, fault: { code: 'write-late' } });
      expect(Date.now() - since).toBeLessThan(6_000);
      host.child.kill('SIGCONT');
      expect(await append(one)).toMatchObject({ ok: true });
      const entries = await page.evaluate(async () => {
        const read = await window.hostPage.host.journal.read(0);
        return read.ok ? read.value.length : -1;
      });
      expect(entries).toBe(1);
    },
  );
});
