import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { importFile } from '../../../src/import';
import type { ImportedFile, ImportOutcome } from '../../../src/shared/import';

export const characterMaps = `${join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps')}/`;

export const TITLE = '溪口县2031年政府工作报告';
export const LINES = [
  TITLE,
  '——2031年1月9日在溪口县第九届人民代表大会第一次会议上',
  '溪口县县长　方清源',
  '各位代表：',
  '现在，我代表县人民政府，向大会报告工作，请予审议。',
  '一、2030年工作回顾',
  '过去的一年，全县地区生产总值增长6.2%，粮食产量达到86.3万吨，新建学校12所，群众的获得感不断增强。',
  '二、2031年工作安排',
  '我们将坚持稳中求进，全县地区生产总值增长6.5%左右，办好民生实事，抓好各项工作的落实。',
] as const;
export const TEXT = LINES.join('\n');

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const importBytes = (name: string, bytes: Uint8Array): Promise<readonly ImportOutcome[]> =>
  importFile({ name, bytes }, { characterMaps });

/** The one report of a file that must be readable. */
export async function imported(name: string, bytes: Uint8Array): Promise<ImportedFile> {
  const [outcome] = await importBytes(name, bytes);
  if (!outcome?.result.ok) throw new Error(JSON.stringify(outcome));
  return outcome.result.value;
}

/** The code of the fault of a file that must not be readable. */
export async function refusal(name: string, bytes: Uint8Array): Promise<string> {
  const [outcome] = await importBytes(name, bytes);
  return outcome?.result.ok === false ? outcome.result.fault.code : 'read';
}

/** Lines without white space, blank ones left out. */
export const linesOf = (raw: string): readonly string[] =>
  raw
    .split('\n')
    .map((line) => line.replace(/\s/g, ''))
    .filter((line) => line !== '');

export const PLAIN = LINES.map((line) => line.replace(/\s/g, ''));
