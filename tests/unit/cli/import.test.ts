import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importHere } from '../../../src/cli/import-here';
import { openLibrary } from '../../../src/main/services/library';
import { askHolder, lockFolder } from '../../../src/main/services/lock';
import { openServices, type OpenServices } from '../../../src/main/services/open-services';
import * as nodeFs from 'node:fs/promises';
import { replayLibrary, type OwnReport } from '../../../src/shared/library';
import { valueOf } from '../../helpers/faults';
import { inventedReport } from '../../helpers/invented-report';
import { removeFolder, ROOT, temporaryFolder } from '../../helpers/places';

let folder = '';
let data = '';
beforeAll(async () => {
  folder = await temporaryFolder();
  data = await temporaryFolder();
  await mkdir(join(folder, '报告', '2024'), { recursive: true });
  await writeFile(join(folder, '报告', '云岚县2026.txt'), inventedReport('云岚县', 2026));
  await writeFile(join(folder, '报告', '2024', '霞川县.txt'), inventedReport('霞川县', 2024));
  await writeFile(join(folder, '报告', '坏的.pdf'), '%PDF-1.7 nothing more');
  await writeFile(
    join(folder, '无名.txt'),
    inventedReport('云岚县', 2026).replaceAll('云岚县', '本地').replace(/^.*\n/, '政府工作报告\n'),
  );
  await writeFile(
    join(folder, '云岚县2026修改稿.txt'),
    `${inventedReport('云岚县', 2026)}\n补充一段新的话。`,
  );
  await writeFile(
    join(folder, '云岚县2026换行.txt'),
    inventedReport('云岚县', 2026).replaceAll('\n', '\r\n\r\n'),
  );
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await removeFolder(data);
});

const duidu = (...args: readonly string[]): Promise<{ readonly code: number; readonly out: string }> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(ROOT, 'bin', 'duidu.mjs'), ...args],
      { cwd: folder, env: { ...process.env, DUIDU_DATA: data } },
      (error, out, err) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: out + err }),
    );
  });

/** What stands on the shelf, as the window finds it at its next start. */
const shelf = async (): Promise<readonly OwnReport[]> => {
  const library = valueOf(await openLibrary(data, nodeFs, null));
  const reports = replayLibrary(valueOf(await library.read(0)));
  await library.close();
  return [...reports.values()].map(({ report }) => report);
};

describe('duidu import', { timeout: 120_000 }, () => {
  test('puts the files of a folder on the shelf and says of each what became of it', async () => {
    const { code, out } = await duidu('import', '报告');
    expect(code).toBe(1);
    expect(out).toMatch(/新增\t报告\/2024\/霞川县\.txt\t霞川县 2024 全文（地区据/);
    expect(out).toMatch(/读不了\t报告\/坏的\.pdf\t.+。.+。/);
    expect(out.trim().split('\n').at(-1)).toBe('新增 2 · 已在书架 0 · 需要您定 0 · 读不了 1');
    expect((await shelf()).map(({ place, year }) => [place, year])).toEqual(
      expect.arrayContaining([
        ['云岚县', 2026],
        ['霞川县', 2024],
      ]),
    );
  });

  test('the same text in another wrapping stands there already, another version is asked about', async () => {
    expect((await duidu('import', '云岚县2026换行.txt')).out).toMatch(/^已在书架/);
    const asked = await duidu('import', '云岚县2026修改稿.txt');
    expect([asked.code, asked.out]).toEqual([
      1,
      expect.stringMatching(/^需要您定.+另一个版本.+--both 或 --replace/),
    ]);
    const [before] = (await shelf()).filter(({ place }) => place === '云岚县');
    expect((await duidu('import', '--replace', '云岚县2026修改稿.txt')).code).toBe(0);
    const [after, second] = (await shelf()).filter(({ place }) => place === '云岚县');
    expect([after?.id, after?.text === before?.text, second]).toEqual([before?.id, false, undefined]);
  });

  test('asks for what nothing tells, and takes it by --set', async () => {
    const asked = await duidu('import', '无名.txt');
    expect(asked.out).toMatch(/^需要您定.+--set place=…/);
    const set = await duidu('import', '--set', 'place=博野', '--set', 'year=2026', '无名.txt');
    expect([set.code, set.out.split('\n')[0]]).toEqual([
      0,
      expect.stringMatching(/^新增\t无名\.txt\t博野 2026/),
    ]);
    const placed = (await shelf()).find(({ placeCode }) => placeCode !== null);
    expect([placed?.place, placed?.placeCode]).toEqual(['博野县', '130637']);
    expect((await duidu('import', '--set', 'ort=x', '无名.txt')).out).toMatch(
      /只能定 place、year、title、genre/,
    );
  });

  test('while the window has the shelf open nothing is written beside it', async () => {
    const lock = valueOf(await lockFolder(data));
    const { code, out } = await duidu('import', '报告');
    await lock.release();
    expect([code, out]).toEqual([1, expect.stringMatching(/^错误：/)]);
  });
});

describe('the columns of a table', { timeout: 60_000 }, () => {
  test('are taken by their heads or numbers, a row as a report or a sentence', async () => {
    const cell = (place: string): string => inventedReport(place, 2019).replaceAll('\n', ' ');
    const rows = ['榆川县', '槐川县'].map(
      (place) => `"${place}","2019","${cell(place)}","这一列也有不少字，却不是正文"`,
    );
    await writeFile(join(folder, '表.csv'), ['某地,年份,原文,内容', ...rows].join('\n'));
    const { code, out } = await duidu(
      ...['import', '--column', 'text=原文', '--column', 'place=1', '--rows', 'report', '表.csv'],
    );
    expect([code, out]).toEqual([0, expect.stringMatching(/榆川县 2019[^]+槐川县 2019[^]+新增 2/)]);
    expect((await duidu('import', '--column', 'text=没有', '表.csv')).out).toMatch(
      /表格里没有找到像报告正文的一列/,
    );
    expect((await duidu('import', '--column', 'wort=1', '表.csv')).out).toMatch(
      /列只有 text、place、year、title/,
    );
    expect((await duidu('import', '--rows', 'word', '表.csv')).out).toMatch(
      /只有 report（一行一篇）和 sentence（一行一句）/,
    );
  });
});

describe('duidu import beside an open window', { timeout: 120_000 }, () => {
  let host: OpenServices;
  beforeAll(async () => {
    host = valueOf(await openServices(data, join(ROOT, 'out', 'renderer')));
  });
  afterAll(() => host.close());

  test('the window’s own process puts them on the shelf, which the window reads at its next look', async () => {
    const { library } = host.services;
    const before = valueOf(await library.head()).lastSeq;
    await writeFile(join(folder, '柳浦县2025.txt'), inventedReport('柳浦县', 2025));
    const { code, out } = await duidu('import', '柳浦县2025.txt');
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^新增\t柳浦县2025[^]+对读正开着.+回到它的窗口就能看到/),
    ]);
    const [entry, more] = valueOf(await library.read(before));
    expect([(entry?.payload as { report: OwnReport }).report.place, more]).toEqual(['柳浦县', undefined]);
    expect((await duidu('import', '柳浦县2025.txt')).out).toMatch(/^已在书架/);
  });

  test('a window that ends meanwhile takes nothing with it: what was said to be on the shelf is there', async () => {
    const many = Array.from({ length: 30 }, (_, number) => join('很多', `桐城县${1990 + number}.txt`));
    await mkdir(join(folder, '很多'), { recursive: true });
    for (const [number, name] of many.entries())
      await writeFile(join(folder, name), inventedReport('桐城县', 1990 + number));
    let closing: Promise<void> | null = null;
    const before = valueOf(await host.services.library.head()).entries;
    const running = duidu('import', '很多');
    while (closing === null) {
      if (valueOf(await host.services.library.head()).entries > before + 4) closing = host.close();
      else await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const { out } = await running;
    await closing;
    const said = [...out.matchAll(/^新增\t\S+桐城县(\d{4})/gm)].map(([, year]) => Number(year));
    host = valueOf(await openServices(data, join(ROOT, 'out', 'renderer')));
    const reports = replayLibrary(valueOf(await host.services.library.read(0)));
    const years = [...reports.values()]
      .filter(({ report }) => report.place === '桐城县')
      .map(({ report }) => report.year);
    expect(said.length).toBeGreaterThanOrEqual(4);
    expect(said.filter((year) => !years.includes(year))).toEqual([]);
  });

  test('nobody without the key of the data folder is answered', async () => {
    const key = await readFile(join(data, 'host.key'), 'utf8');
    expect((await stat(join(data, 'host.key'))).mode & 0o077).toBe(0);
    const ask = (given: string): Promise<string> =>
      askHolder(data, `library ${given} library/read {"afterSeq":0}`);
    expect(await ask(key)).toMatch(/^\{"ok":true/);
    expect([
      await ask(''),
      await ask('0'.repeat(64)),
      await askHolder(data, `library ${key} journal/head null`),
    ]).toEqual(['', '', '']);
  });
});

describe('a file that takes too much (S-18)', { timeout: 60_000 }, () => {
  const page = new TextEncoder().encode(`<html><body>${'<p>政府工作报告，各项工作。</p>'.repeat(150_000)}`);
  const codeOf = async (milliseconds: number, megabytes: number): Promise<string> => {
    const [outcome] = await importHere({ name: 'a.html', bytes: page }, { milliseconds, megabytes });
    return outcome?.result.ok === false ? outcome.result.fault.code : 'read';
  };

  test('is ended at its time or its memory with a sentence, and the next good file is read', async () => {
    expect(await codeOf(1, 512)).toBe('import-slow');
    expect(await codeOf(30_000, 32)).toBe('import-memory');
    const [good] = await importHere({
      name: '好.txt',
      bytes: new TextEncoder().encode(inventedReport('云岚县', 2026)),
    });
    expect(good?.result.ok).toBe(true);
  });
});
