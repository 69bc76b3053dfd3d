import type { Fault } from '../shared/fault';
import { faultSentence } from '../shared/fault';

/** Exit codes: done, something could not be read or done, the command was used wrongly. */
export const EXIT = { done: 0, failed: 1, misused: 2 } as const;

/** Writes to standard output and waits until it is taken; false once the reader has stopped (`| head`). */
export function print(text: string): Promise<boolean> {
  return new Promise((resolve) => {
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`, (error) => resolve(!error));
  });
}

export const printJson = (value: unknown): Promise<boolean> => print(JSON.stringify(value, null, 2));

/** One line for each fault on standard error. */
export function printFaults(faults: readonly Fault[]): void {
  for (const fault of faults) process.stderr.write(`错误：${faultSentence(fault)}\n`);
}
