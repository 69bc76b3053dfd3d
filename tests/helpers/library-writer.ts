// Puts reports on the shelf until it is killed, and says each acknowledged one. Run as a process of its own.
// Argument: folder.
import * as nodeFs from 'node:fs/promises';
import { openLibrary } from '../../src/main/services/library';
import { madeReport, shelve } from './own-reports';

const [folder = ''] = process.argv.slice(2);

const acknowledge = (line: string): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(`${line}\n`, () => resolve());
  });

const opened = await openLibrary(folder, nodeFs, null);
if (!opened.ok) throw new Error(opened.fault.reason);
await acknowledge('ready');
for (let count = 0; ; count += 1) {
  const made = madeReport(count);
  const shelved = await shelve(opened.value, made);
  if (!shelved.ok) throw new Error(shelved.fault.reason);
  await acknowledge(made.report.id);
}
