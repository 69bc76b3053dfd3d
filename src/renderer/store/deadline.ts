import { fail, succeed, type Fault, type Result } from '../../shared/fault';

/** Every write ends within this time as saved or failed; there is no third state. */
export { WRITE_DEADLINE } from '../../shared/host';

/** Reading a whole journal may take longer than a write, but not for ever. */
export const READ_DEADLINE = 30_000;

/** Measured: a write into a database that has just been wiped may never settle, so nothing here waits for ever. */
export function within<T>(
  promise: Promise<T>,
  fault: (detail: string) => Fault,
  milliseconds: number,
): Promise<Result<T>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(fail(fault(`no answer in ${milliseconds} ms`))), milliseconds);
    promise
      .then(
        (value) => resolve(succeed(value)),
        (error: unknown) => resolve(fail(fault(String(error)))),
      )
      .finally(() => clearTimeout(timer));
  });
}

/** The same for a promise that already answers with a Result. */
export async function answered<T>(
  promise: Promise<Result<T>>,
  fault: (detail: string) => Fault,
  milliseconds: number,
): Promise<Result<T>> {
  const outcome = await within(promise, fault, milliseconds);
  return outcome.ok ? outcome.value : outcome;
}
