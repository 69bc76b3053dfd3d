import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const BIN = fileURLToPath(new URL('../../../bin/duidu.mjs', import.meta.url));
const BUNDLED = fileURLToPath(new URL('../../../resources/reports/', import.meta.url));

const TEXT =
  '政 府 工 作 报 告\n\n港口货物吞吐量完成 **5,205** 万吨，增长 8％。\n\n打造更优营商环境，建设港口枢纽。\n';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duidu-find-'));
  await writeFile(join(folder, 'own.txt'), TEXT);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const find = (...args: readonly string[]): Promise<Run> =>
  new Promise((resolve) => {
    execFile(process.execPath, [BIN, 'find', ...args], { cwd: folder }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });

interface Place {
  readonly report: string;
  readonly start: number;
  readonly end: number;
  readonly excerpt: string;
  readonly near?: string;
}

const placesOf = ({ out }: Run): readonly Place[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Place);

describe('duidu find', { timeout: 60_000 }, () => {
  test('prints a line for every place, with its offsets in the raw file', async () => {
    const places = placesOf(await find('高新技术企业'));
    expect(places).toHaveLength(11);
    for (const { report, start, end, excerpt } of places) {
      expect(readFileSync(join(BUNDLED, `${report}.txt`), 'utf8').slice(start, end)).toBe('高新技术企业');
      expect(excerpt).toContain('高新技术企业');
    }
  });

  test('finds what the file breaks, spaces and sets in bold', async () => {
    const texts = async (query: string) =>
      placesOf(await find(query, 'own.txt')).map(({ start, end }) => TEXT.slice(start, end));
    expect(await texts('5205万吨')).toEqual(['5,205** 万吨']);
    expect(await texts('營商環境')).toEqual(['营商环境']);
    const [broken] = placesOf(await find('传统商业向新型电商转型'));
    const raw = readFileSync(join(BUNDLED, 'chuanhui-2024.txt'), 'utf8').slice(broken?.start, broken?.end);
    expect(raw).toMatch(/\n/);
    expect(raw.replace(/\s|—\s*\d+\s*—/g, '')).toBe('传统商业向新型电商转型');
    expect(await texts('政府工作报告')).toEqual(['政 府 工 作 报 告']);
    expect(await texts('港口 8% -枢纽')).toEqual(['港口', '8％']);
  });

  test('adds near places when asked, each with what differs', async () => {
    expect(placesOf(await find('营商环景', '--dir', '.'))).toEqual([]);
    expect(placesOf(await find('--near', '营商环景', '--dir', '.')).map(({ near }) => near)).toEqual([
      '同音字：景 → 境',
    ]);
    expect(placesOf(await find('--near', '5206万吨', 'own.txt'))).toEqual([]);
  });

  test('prints one object with the counts with --json', async () => {
    const { out } = await find('--json', '港口', 'own.txt');
    const answer = JSON.parse(out) as { total: unknown; hits: readonly Place[]; near: unknown };
    expect(answer).toMatchObject({ total: { matches: 2, passages: 2, reports: 1 }, near: null });
    expect(answer.hits).toHaveLength(2);
  });

  test('says what is wrong with a query or a file, and prints the rest', async () => {
    expect(await find('')).toMatchObject({ code: 2, out: '' });
    expect((await find('--', '-港口')).err).toContain('只有要排除的');
    const partly = await find('港口', 'own.txt', 'nowhere.txt');
    expect([partly.code, placesOf(partly).length]).toEqual([1, 2]);
    expect(partly.err).toContain('nowhere.txt');
  });
});
