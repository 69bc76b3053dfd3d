import type { Fault, Result } from '../../shared/fault';
import { fail, succeed } from '../../shared/fault';
import {
  withReceipts,
  WRITE_DEADLINE,
  type JournalDraft,
  type JournalEntry,
  type Receipt,
} from '../../shared/host';

/** The host did not answer: it has ended, or hangs. */
export const silent = (detail: string): Fault => ({
  code: 'host-silent',
  subject: '对读的后台',
  reason: '没有回应',
  remedy: '请重新启动对读，再试一次',
  detail,
});

const late = (): Fault => ({
  code: 'write-late',
  subject: '批注',
  reason: '5 秒内没有写完',
  remedy: '请再试一次',
});

/** Tells whether a value has the shape of a Result; what comes over a wire is not trusted to. */
export const isResult = (value: unknown): value is Result<unknown> => {
  if (value === null || typeof value !== 'object' || !('ok' in value)) return false;
  return value.ok === true ? 'value' in value : value.ok === false && 'fault' in value;
};

/** Turns an exception of the transport into a fault. */
export const orSilent = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
  try {
    return await work();
  } catch (error) {
    return fail(silent(error instanceof Error ? `${error.name}: ${error.message}` : String(error)));
  }
};

/** A write ends within `WRITE_DEADLINE` as done or failed; there is no third state. */
const inTime = <T>(work: Promise<Result<T>>, time: number = WRITE_DEADLINE): Promise<Result<T>> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(fail(late())), time);
    void work.then((answer) => {
      clearTimeout(timer);
      resolve(answer);
    });
  });

/** Appends over a wire, in time; the answer is the drafts with their places. */
export const appended = async (
  drafts: readonly JournalDraft[],
  send: () => Promise<Result<readonly Receipt[]>>,
): Promise<Result<readonly JournalEntry[]>> => {
  const answer = await inTime(orSilent(send));
  if (!answer.ok) return answer;
  const entries = withReceipts(drafts, answer.value);
  return entries.length === drafts.length
    ? succeed(entries)
    : fail(silent('an append without all its receipts'));
};
