import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Fault } from '../shared/fault';
import { faultSentence } from '../shared/fault';
import type { FileInput } from '../shared/import';
import { isReadable } from './file-names';
import { importHere } from './import-here';
import { COLUMNS_USAGE, readSettings, SETTINGS_USAGE, type Settings } from './import-settings';
import { openShelf, type Shelved, type ShelfHere } from './import-shelf';
import { unreadable } from './library';
import { readOptions } from './options';
import { EXIT, print, printFaults, printJson } from './output';

export const importUsage = `用法：duidu import [--set 名=值]… [--both|--replace] [--json] 文件|文件夹…

把自己的报告放上书架：与窗口里“打开报告…”是同一个书架。文件夹连同里面的文件夹一起读。种类见 duidu parse --help。
认出的地区、年份、性质和依据印在每一行；拿不准的不入架，请用 --set 写明：
${SETTINGS_USAGE}
表格（.csv、.xlsx）的列认不准时写明：表头的名字或第几列，“-”是没有这一列；一行是一篇还是一句：
${COLUMNS_USAGE}
同一地区、同一年有另一个版本时也不入架：--both 两份都留，--replace 换成新的（批注到新文字里重新找位置）。`;

const IN_WINDOW = '\n对读正开着：报告是经它放上书架的，回到它的窗口就能看到。';

const WORDS: Readonly<Record<Shelved['became'], string>> = {
  added: '新增',
  known: '已在书架',
  asks: '需要您定',
  failed: '读不了',
};

/** Files of a path, those in folders below it too, named with the folders they were found in. */
async function filesBelow(path: string, name: string): Promise<readonly (readonly [string, string])[]> {
  if (!(await stat(path)).isDirectory()) return [[path, name]];
  const entries = (await readdir(path, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: (readonly [string, string])[] = [];
  for (const entry of entries) {
    const inner = [join(path, entry.name), `${name}/${entry.name}`] as const;
    if (entry.isDirectory() && !entry.name.startsWith('.')) found.push(...(await filesBelow(...inner)));
    else if (entry.isFile() && isReadable(entry.name)) found.push(inner);
  }
  return found;
}

const failed = (name: string, fault: Fault): Shelved => ({
  file: name,
  became: 'failed',
  words: faultSentence(fault),
});

/** Gives what became of one file: as many results as there are reports in it. */
async function shelveFile(
  shelf: ShelfHere,
  [path, name]: readonly [string, string],
  settings: Settings,
): Promise<readonly Shelved[]> {
  let file: FileInput;
  try {
    file = { name, bytes: await readFile(path) };
  } catch (error) {
    return [failed(name, unreadable(path, error))];
  }
  const results: Shelved[] = [];
  for (const outcome of await importHere(file, undefined, settings.columns))
    results.push(
      outcome.result.ok
        ? await shelf.put({ imported: outcome.result.value, original: file }, settings)
        : failed(outcome.name, outcome.result.fault),
    );
  return results;
}

async function shelveAll(
  shelf: ShelfHere,
  paths: readonly string[],
  settings: Settings,
  tell: (shelved: Shelved) => Promise<void>,
): Promise<void> {
  for (const path of paths) {
    try {
      for (const found of await filesBelow(path, basename(path)))
        for (const shelved of await shelveFile(shelf, found, settings)) await tell(shelved);
    } catch (error) {
      await tell(failed(path, unreadable(path, error)));
    }
  }
}

const summary = (all: readonly Shelved[]): string =>
  Object.entries(WORDS)
    .map(([became, words]) => `${words} ${String(all.filter((one) => one.became === became).length)}`)
    .join(' · ');

/** Puts files on the shelf and says of each what became of it. */
export async function runImport(args: readonly string[]): Promise<number> {
  const options = readOptions(args, {
    set: { type: 'string', multiple: true },
    both: { type: 'boolean' },
    replace: { type: 'boolean' },
    json: { type: 'boolean' },
    column: { type: 'string', multiple: true },
    rows: { type: 'string' },
  });
  const settings = options.ok ? readSettings(options.value.values) : options;
  if (!options.ok || !settings.ok || options.value.positionals.length === 0) {
    if (!settings.ok) printFaults([settings.fault]);
    else process.stderr.write(`${importUsage}\n`);
    return EXIT.misused;
  }
  const { positionals, values } = options.value;
  const shelf = await openShelf();
  if (!shelf.ok) {
    printFaults([shelf.fault]);
    return EXIT.failed;
  }
  const all: Shelved[] = [];
  await shelveAll(shelf.value, positionals, settings.value, async (shelved) => {
    all.push(shelved);
    if (values.json !== true) await print(`${WORDS[shelved.became]}\t${shelved.file}\t${shelved.words}`);
  });
  await shelf.value.close();
  if (values.json === true) await printJson(all);
  else await print(summary(all) + (shelf.value.inWindow ? IN_WINDOW : ''));
  return all.every(({ became }) => became === 'added' || became === 'known') ? EXIT.done : EXIT.failed;
}
