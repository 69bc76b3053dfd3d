import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { journalPath, openJournal } from '../../../src/main/services/journal';
import type { Result } from '../../../src/shared/fault';
import type { JournalDraft, JournalEntry } from '../../../src/shared/host';
import type {} from '../../fixtures/host-page/main';
import { buildHostPage, removeHostPage } from '../../helpers/host-page';
import { draft, drafts } from '../../helpers/journal-drafts';
import { freePort, removeFolder, temporaryFolder } from '../../helpers/places';
import type { OpenReader } from '../../helpers/reader';
import { describeOnHosts, openReader } from '../../helpers/reader';

let root: string;

beforeAll(async () => {
  root = await buildHostPage();
});

afterAll(() => removeHostPage(root));

/** Texts that have broken some wire before: quotes, direction marks, surrogate pairs, line ends, NUL, script ends. */
const AWKWARD = [
  '政府工作报告：5205万吨',
  '“”‘’……——',
  '\u202E反\u202C',
  '𠮷野家 👩‍👩‍👧',
  'a\u0000b',
  '\r\n\t\u2028\u2029',
  '</script><img src=x onerror=alert(1)>',
  '\uD800',
  '',
];

/** Appends from inside the page. As JSON: a lone surrogate does not survive the test driver's own wire. */
const append = (page: Page, list: readonly JournalDraft[]): Promise<Result<readonly JournalEntry[]>> =>
  page.evaluate(
    (json) => window.hostPage.host.journal.append(JSON.parse(json) as JournalDraft[]),
    JSON.stringify(list),
  );

describeOnHosts('the Host contract', (kind) => {
  let folder: string;
  let port: number;
  let reader: OpenReader;

  const open = async (): Promise<void> => {
    reader = await openReader(kind, { folder, port, root });
    await reader.page.getByText('ready 3').waitFor();
  };

  beforeAll(async () => {
    folder = await temporaryFolder();
    port = await freePort();
    await open();
  });

  afterAll(async () => {
    await reader.close();
    await removeFolder(folder);
  });

  it('says what it is and where things lie', async () => {
    const [capabilities, info] = await reader.page.evaluate(async () => {
      const { host } = window.hostPage;
      return [host.capabilities, await host.info()] as const;
    });
    expect(capabilities.kind).toBe(kind === 'loopback' ? 'loopback' : 'electron');
    expect(capabilities.pdf).toBe(kind !== 'loopback');
    expect(info.ok && info.value).toMatchObject({
      dataFolder: folder,
      reportsFolder: join(root, 'out', 'renderer', 'reports'),
    });
  });

  it('keeps entries in order, on disk when they are acknowledged', async () => {
    const sent = drafts(5);
    const answer = await append(reader.page, sent);
    if (!answer.ok) throw new Error(answer.fault.reason);
    expect(answer.value.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(answer.value.map(({ id }) => id)).toEqual(sent.map(({ id }) => id));
    const bytes = await readFile(journalPath(folder), 'utf8');
    for (const { sha256 } of answer.value) expect(bytes).toContain(sha256);
    const [head, rest] = await reader.page.evaluate(async () => {
      const { journal } = window.hostPage.host;
      return [await journal.head(), await journal.read(3)] as const;
    });
    expect(head.ok && head.value).toMatchObject({ entries: 5, lastSeq: 5, hash: answer.value[4]?.sha256 });
    expect(rest.ok && rest.value.map(({ seq }) => seq)).toEqual([4, 5]);
  });

  it('answers a repeated append with what is there', async () => {
    const one = draft('一次');
    const first = await append(reader.page, [one]);
    const second = await append(reader.page, [one]);
    expect(first.ok).toBe(true);
    expect(second).toEqual(first);
  });

  it('carries every text unchanged, there and back', async () => {
    const sent = draft(AWKWARD);
    await append(reader.page, [sent]);
    const same = await reader.page.evaluate(async (json) => {
      const entries = await window.hostPage.host.journal.read(0);
      return entries.ok && JSON.stringify(entries.value.at(-1)?.payload) === json;
    }, JSON.stringify(AWKWARD));
    expect(same).toBe(true);
  });

  it('makes a snapshot, lists it and gives its entries back; tells the room on the disk', async () => {
    const answer = await reader.page.evaluate(async () => {
      const { host } = window.hostPage;
      const made = await host.snapshots.make('manual');
      const name = made.ok ? made.value.name : '';
      const [list, entries, head] = [
        await host.snapshots.list(),
        await host.snapshots.read(name),
        await host.journal.head(),
      ];
      return { name, list, entries, head, space: await host.space() };
    });
    const { name, list, entries, head, space } = answer;
    expect(list.ok && list.value.snapshots[0]?.name).toBe(name);
    expect(list.ok && list.value.folder).toBe(join(folder, 'snapshots'));
    expect(entries.ok && entries.value.at(-1)?.sha256).toBe(head.ok && head.value.hash);
    expect(space.ok && space.value).toMatchObject({ path: folder, needed: 50 * 1024 * 1024 });
  });

  it('takes all of a batch or none, and says why in words', async () => {
    const batch = [draft('好'), { ...draft('坏'), id: 'no ulid' }];
    const head = () => reader.page.evaluate(() => window.hostPage.host.journal.head());
    const before = await head();
    const answer = await append(reader.page, batch);
    const after = await head();
    expect(answer.ok ? '' : answer.fault.code).toBe('bad-input');
    expect(after).toEqual(before);
  });

  it('appends from many calls at once without a gap', async () => {
    const answers = await Promise.all(drafts(40).map((one) => append(reader.page, [one])));
    const seqs = answers.flatMap((answer) => (answer.ok ? answer.value.map(({ seq }) => seq) : []));
    const first = Math.min(...seqs);
    expect([...seqs].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, place) => first + place));
  });

  it('answers what it cannot do with a reason, never with an exception', async () => {
    const [pdf, folderShown] = await reader.page.evaluate(async () => {
      const { host } = window.hostPage;
      const made = await host.printToPdf({ size: 'A4', orientation: 'portrait', grey: true });
      return [made.ok ? made.value.length : made.fault.code, await host.revealFolder('reports')] as const;
    });
    if (kind === 'loopback') expect(pdf).toBe('no-pdf');
    else expect(pdf).toBeGreaterThan(1_000);
    expect(typeof folderShown.ok).toBe('boolean');
    if (!folderShown.ok)
      expect(folderShown.fault.subject).toContain(join(root, 'out', 'renderer', 'reports'));
  });

  it('starts the page’s own workers under Trusted Types and blocks nothing else of it', async () => {
    expect(await reader.page.evaluate(() => window.hostPage.add([1, 2, 3]))).toBe(6);
    expect(await reader.page.evaluate(() => window.violations)).toEqual([]);
    expect(reader.errors).toEqual([]);
  });

  it('has every entry after a restart, and keeps the page’s own data', async () => {
    await reader.page.evaluate(() => localStorage.setItem('page-data', '在'));
    const before = await reader.page.evaluate(() => window.hostPage.host.journal.read(0));
    await reader.close();
    await open();
    const after = await reader.page.evaluate(() => window.hostPage.host.journal.read(0));
    expect(after).toEqual(before);
    expect(await reader.page.evaluate(() => localStorage.getItem('page-data'))).toBe('在');
  });

  it('makes no request outside its own origin', () => {
    expect(reader.foreign).toEqual([]);
  });
});

describe('what a host leaves behind', () => {
  it('opens as a journal for the other host', async () => {
    const folder = await temporaryFolder();
    const inElectron = await openReader('stand-in', { folder, root });
    await inElectron.page.getByText('ready 3').waitFor();
    const sent = drafts(3);
    await append(inElectron.page, sent);
    await inElectron.close();
    const inBrowser = await openReader('loopback', { folder, root });
    await inBrowser.page.getByText('ready 3').waitFor();
    const seen = await inBrowser.page.evaluate(() => window.hostPage.host.journal.read(0));
    expect(seen.ok && seen.value.map(({ id }) => id)).toEqual(sent.map(({ id }) => id));
    await inBrowser.close();
    const opened = await openJournal(folder);
    expect(opened.ok && (await opened.value.head())).toMatchObject({ value: { entries: 3, damaged: 0 } });
    await removeFolder(folder);
  });
});
