import type {
  FileToSave,
  Folder,
  HandedFile,
  HostInfo,
  OpenedFile,
  OpenLimits,
  PrintPaper,
  SaveOutcome,
} from './host';
import type { JournalDraft, JournalEntry, JournalHead, Receipt } from './journal';
import type { ContentPiece, ContentState } from './library';
import type { Snapshot, SnapshotList, SnapshotReason } from './snapshots';
import type { SpaceReport } from './space';

interface Call<Input, Value> {
  readonly input: Input;
  readonly value: Value;
}

/** Calls both shells answer, by the name they have on the wire: an IPC channel or a path below /api/. */
export interface ServiceCalls {
  readonly info: Call<null, HostInfo>;
  readonly 'journal/head': Call<null, JournalHead>;
  readonly 'journal/read': Call<
    { readonly afterSeq: number; readonly limit?: number | undefined },
    readonly JournalEntry[]
  >;
  readonly 'journal/append': Call<{ readonly drafts: readonly JournalDraft[] }, readonly Receipt[]>;
  readonly space: Call<null, SpaceReport>;
  readonly 'snapshot/list': Call<null, SnapshotList>;
  readonly 'snapshot/make': Call<{ readonly reason: SnapshotReason }, Snapshot>;
  readonly 'snapshot/read': Call<{ readonly name: string }, readonly JournalEntry[]>;
  readonly 'library/head': Call<null, JournalHead>;
  readonly 'library/read': Call<{ readonly afterSeq: number }, readonly JournalEntry[]>;
  readonly 'library/append': Call<JournalDraft, Receipt>;
  readonly 'library/put': Call<ContentPiece, ContentState>;
  readonly 'library/get': Call<{ readonly sha256: string; readonly at: number }, ContentPiece>;
  readonly 'library/open': Call<{ readonly id: string }, null>;
  readonly 'folder/reveal': Call<{ readonly folder: Folder }, null>;
}

/** Calls only a shell with windows and dialogs of its own answers. */
export interface WindowCalls {
  readonly 'file/save': Call<FileToSave, SaveOutcome>;
  readonly 'file/open': Call<{ readonly accept: readonly string[] } & OpenLimits, readonly OpenedFile[]>;
  readonly 'file/handed': Call<null, readonly HandedFile[]>;
  readonly 'file/read': Call<{ readonly path: string }, OpenedFile>;
  readonly 'page/print': Call<PrintPaper, null>;
  readonly 'page/pdf': Call<PrintPaper, Uint8Array>;
  readonly 'page/leave': Call<{ readonly saved: boolean }, null>;
}

/** The call that hands a page of the loopback host its token, once, against the ticket in its address. */
export interface SessionCalls {
  readonly session: Call<{ readonly ticket: string }, { readonly token: string }>;
}

/** Everything a page can ask of any shell: name, what it sends, what it gets. */
export interface HostCalls extends ServiceCalls, WindowCalls, SessionCalls {}

export type CallName = keyof HostCalls;
export type CallInput<Name extends CallName> = HostCalls[Name]['input'];
export type CallValue<Name extends CallName> = HostCalls[Name]['value'];

/** IPC channel on which the shell sends a `Command` to the page. */
export const COMMAND_CHANNEL = 'command';

/** IPC channel that tells the page of files handed over. */
export const FILES_CHANNEL = 'files';

/** IPC channel that asks the page for its last words. */
export const LEAVING_CHANNEL = 'leaving';

/** Header every call to the loopback host carries: no page of another origin can send it without a preflight. */
export const CLIENT_HEADER = 'x-duidu-client';

/** Header with the token of the loopback host. */
export const TOKEN_HEADER = 'x-duidu-token';

/** Most changes of one append. An import is one append, so that it comes in wholly or not at all. */
export const MAX_DRAFTS = 20_000;

/** Longest time a write may take before it counts as failed, seen from the page; hosts answer sooner. Milliseconds. */
export const WRITE_DEADLINE = 5_000;
