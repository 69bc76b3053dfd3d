// Appends to a journal until it is killed, and says each acknowledged entry. Run as a process of its own.
// Arguments: folder, and optionally the step of the write path at which to die, counted from 1.
import { openJournal } from '../../src/main/services/journal';
import { faultyFs } from './failing-fs';
import { draft } from './journal-drafts';

const WRITES_WITH_A_DEATH = 3;

const [folder = '', deathAt] = process.argv.slice(2);

let steps = 0;

/** Dies as in a power cut: no handler runs, nothing is flushed. */
const dieAtStep = (): Promise<void> => {
  steps += 1;
  if (String(steps) === deathAt) process.kill(process.pid, 'SIGKILL');
  return Promise.resolve();
};

const acknowledge = (line: string): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(`${line}\n`, () => resolve());
  });

const opened = await openJournal(folder, deathAt === undefined ? undefined : faultyFs(dieAtStep));
if (!opened.ok) throw new Error(opened.fault.reason);
await acknowledge('ready');
for (let count = 0; deathAt === undefined || count < WRITES_WITH_A_DEATH; count += 1) {
  const appended = await opened.value.append([
    draft({ text: `${process.pid}:${count}`, filler: '批'.repeat(count % 700) }),
  ]);
  if (!appended.ok) throw new Error(appended.fault.reason);
  for (const { id, sha256 } of appended.value) await acknowledge(`${id} ${sha256}`);
}
await acknowledge('done');
