// Appends to the notes of a folder and makes snapshots of them until it is killed, and says what is acknowledged. Run
// as a process of its own. Argument: the folder.
import { openKeeping } from '../../src/main/services/open-services';
import { draft } from './journal-drafts';

/** Changes between two snapshots. */
const STEP = 6;

const LIMITS = { reserve: 4_096, low: 500, least: 100 };

const [folder = ''] = process.argv.slice(2);

const acknowledge = (line: string): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(`${line}\n`, () => resolve());
  });

const opened = await openKeeping(folder, '', { limits: LIMITS });
if (!opened.ok) throw new Error(opened.fault.reason);
const { journal, snapshots } = opened.value;
await acknowledge('ready');
for (let count = 1; ; count += 1) {
  const appended = await journal.append([
    draft({ text: `${process.pid}:${count}`, filler: '批'.repeat(count % 700) }),
  ]);
  if (!appended.ok) throw new Error(appended.fault.reason);
  for (const { id, sha256 } of appended.value) await acknowledge(`${id} ${sha256}`);
  if (count % STEP > 0) continue;
  const made = await snapshots.make('manual');
  if (!made.ok) throw new Error(made.fault.reason);
  await acknowledge(`snapshot ${made.value.name} ${made.value.hash}`);
}
