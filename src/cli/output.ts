import type { Fault } from '../shared/fault';
import { faultSentence } from '../shared/fault';

/** Exit codes: done, something could not be read or done, the command was used wrongly. */
export const EXIT = { done: 0, failed: 1, misused: 2 } as const;

/** Writes to standard output and waits until it is taken; a reader that stopped (`| head`) is no error. */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.once('error', () => resolve());
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`, () => resolve());
  });
}

export const printJson = (value: unknown): Promise<void> => print(JSON.stringify(value, null, 2));

/** One line for each fault on standard error. */
export function printFaults(faults: readonly Fault[]): void {
  for (const fault of faults) process.stderr.write(`错误：${faultSentence(fault)}\n`);
}
