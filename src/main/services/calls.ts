import type { Result } from '../../shared/fault';
import { fail, succeed } from '../../shared/fault';
import type { CallInput, CallName, CallValue, Folder, HostInfo, ServiceCalls } from '../../shared/host';
import { receiptOf } from '../../shared/host';
import type { Journal } from './journal';
import type { LibraryKeeper } from './library';
import { openOriginal } from './open-original';
import type { SnapshotKeeper } from './snapshots';
import type { SpaceGuard } from './space';
import { readInput } from './validate';

/** What the calls of both shells work on. */
export interface Services {
  readonly info: HostInfo;
  readonly journal: Journal;
  readonly snapshots: SnapshotKeeper;
  readonly library: LibraryKeeper;
  readonly space: SpaceGuard;
  /** Opens a folder in the file manager. */
  readonly reveal: (path: string) => Promise<Result<null>>;
}

/** One function per call; it gets what `readInput` let through. */
export type Handlers<Name extends CallName> = {
  readonly [N in Name]: (input: CallInput<N>) => Promise<Result<CallValue<N>>>;
};

const folderPath = (info: HostInfo, folder: Folder): string =>
  ({ data: info.dataFolder, reports: info.reportsFolder, snapshots: info.snapshotFolder })[folder];

/** The calls both shells answer alike. */
export const serviceHandlers = ({
  info,
  journal,
  snapshots,
  library,
  space,
  reveal,
}: Services): Handlers<keyof ServiceCalls> => ({
  info: () => Promise.resolve(succeed(info)),
  'journal/head': () => journal.head(),
  'journal/read': ({ afterSeq, limit }) => journal.read(afterSeq, limit),
  'journal/append': async ({ drafts }) => {
    const appended = await journal.append(drafts);
    if (!appended.ok) return appended;
    snapshots.changed(drafts.length);
    return succeed(appended.value.map(receiptOf));
  },
  space: async () => {
    await space.mend();
    return succeed(await space.look());
  },
  'snapshot/list': () => snapshots.list(),
  'snapshot/make': ({ reason }) => snapshots.make(reason),
  'snapshot/read': ({ name }) => snapshots.read(name),
  'library/head': () => library.head(),
  'library/read': ({ afterSeq }) => library.read(afterSeq),
  'library/append': async (draft) => {
    const appended = await library.append(draft);
    if (!appended.ok) return appended;
    snapshots.changed(1);
    return succeed(receiptOf(appended.value));
  },
  'library/put': (piece) => library.putPiece(piece),
  'library/get': ({ sha256, at }) => library.getPiece(sha256, at),
  'library/open': ({ id }) => openOriginal(library, id, reveal),
  'folder/reveal': ({ folder }) => reveal(folderPath(info, folder)),
});

/** Checks what came from outside, then runs the handler; nothing of the handler runs on input that is not as agreed. */
export const answerCall = async <Name extends CallName>(
  name: Name,
  handler: (input: CallInput<Name>) => Promise<Result<CallValue<Name>>>,
  raw: unknown,
): Promise<Result<CallValue<Name>>> => {
  const input = readInput(name, raw);
  if (!input.ok) return input;
  try {
    return await handler(input.value);
  } catch (error) {
    return fail({
      code: 'host-fault',
      subject: '对读',
      reason: '这一步没有做完',
      remedy: '请再试一次；仍不成功时请复制详情求助',
      detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    });
  }
};
