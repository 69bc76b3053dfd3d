import type { FaultCode } from './codes';

export type { FaultCode } from './codes';

/** A failure as a value: what a person is told when something did not work. */
export interface Fault {
  /** Stable machine name, for tests and for 复制详情; never shown as the message. */
  readonly code: FaultCode;
  /** The thing concerned, named as the reader knows it: a file, a note, a port. */
  readonly subject: string;
  /** Why, in one Chinese clause. */
  readonly reason: string;
  /** What to do now, in one Chinese sentence. */
  readonly remedy: string;
  /** Technical text behind 复制详情. */
  readonly detail?: string;
}

/** What every operation that can fail returns; nothing in this project throws across a boundary. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (fault: Fault): Result<never> => ({ ok: false, fault });

/** The whole message as one line: thing, reason, what to do. */
export const faultSentence = ({ subject, reason, remedy }: Fault): string =>
  `${subject}：${reason}。${remedy}`;
