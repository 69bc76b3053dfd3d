import { join } from 'node:path';
import type { Fault, FaultCode, Result } from '../../shared/fault';
import { fail, succeed } from '../../shared/fault';
import type { ContentPiece, ContentState, JournalDraft, JournalEntry, LibraryPort } from '../../shared/host';
import type { KeptReports, OwnReport } from '../../shared/library';
import {
  contentOf,
  contentToForget,
  fits,
  readRecorded,
  replayLibrary,
  withText,
} from '../../shared/library';
import type { ContentStore } from './content-store';
import { openContent } from './content-store';
import { ioFault } from './io-fault';
import type { Journal } from './journal';
import { openLog } from './journal';
import type { JournalFs } from './journal-file';
import type { SpaceGuard } from './space';
import { spaceFault } from './space';

const SUBJECT = '书架目录';

/** Where the reader's own reports of a data folder lie. */
export const libraryFolder = (folder: string): string => join(folder, 'library');

/** The reader's own reports on disk. */
export interface LibraryKeeper extends Pick<LibraryPort, 'head' | 'read'> {
  append(draft: JournalDraft): Promise<Result<JournalEntry>>;
  putPiece(piece: ContentPiece): Promise<Result<ContentState>>;
  getPiece(sha256: string, at: number): Promise<Result<ContentPiece>>;
  /** The file a report was read from: its own name and its bytes; null where the text was pasted. */
  original(id: string): Promise<Result<{ readonly name: string; readonly bytes: Buffer } | null>>;
  /** Deletes what reports left whose days in the bin are over, but for what these catalogs of snapshots want; answers how many. */
  forget(snapshots: readonly (readonly JournalEntry[])[], now: Date): Promise<number>;
  /** All changes so far, for snapshots. */
  entries(): readonly JournalEntry[];
  close(): Promise<void>;
}

interface Parts {
  readonly log: Journal;
  readonly content: ContentStore;
  readonly space: SpaceGuard | null;
  /** What the catalog says now; carried on from change to change, as a replay of thousands takes its time. */
  reports: KeptReports;
  readonly byId: Map<string, JournalEntry>;
}

const refused = (code: FaultCode, subject: string, reason: string, remedy: string): Result<never> =>
  fail({ code, subject, reason, remedy });

const entriesOf = (log: Journal): readonly JournalEntry[] => log.lines().map(({ entry }) => entry);

/** Another report on the shelf with the text that a change would put there, or null. */
const twinOf = (reports: KeptReports, { kind, noteId, payload }: JournalDraft): OwnReport | null => {
  const report = kind === 'restore' ? reports.get(noteId)?.report : readRecorded(payload);
  const twin = report ? withText(reports, report.text) : null;
  return twin && twin.report.id !== noteId ? twin.report : null;
};

/** Why a change cannot be taken, or null. A report counts only once all it is made of is on disk. */
const refusal = async ({ reports, content }: Parts, draft: JournalDraft): Promise<Result<never> | null> => {
  if (!fits(reports, draft))
    return refused('library-misfit', '书架', '这次改动与书架上的不合，没有执行', '请重新载入后再试一次');
  const twin = twinOf(reports, draft);
  if (twin) return refused('already-on-shelf', twin.title, '同一篇已在书架上', '不必再放一份');
  const report = readRecorded(draft.payload);
  const kept = reports.get(draft.noteId)?.report;
  if (draft.kind === 'restore' && kept && !(await content.has(kept.text)))
    return refused(
      'content-missing',
      kept.title,
      '放进回收站满 30 天，正文已经删去',
      '请把原来的文件再导入一次，批注会回到原处',
    );
  if (!report) return null;
  for (const sha256 of contentOf(report))
    if (!(await content.has(sha256)))
      return refused('content-missing', report.title, '正文还没有存到磁盘上', '请再导入一次');
  return null;
};

const append = async (parts: Parts, draft: JournalDraft): Promise<Result<JournalEntry>> => {
  const known = parts.byId.get(draft.id);
  if (known) return succeed(known);
  const reason = await refusal(parts, draft);
  if (reason) return reason;
  const appended = await parts.log.append([draft]);
  if (!appended.ok) return appended;
  const [entry] = appended.value;
  if (!entry) return refused('library-misfit', '书架', '这次改动没有写下', '请再试一次');
  parts.reports = replayLibrary([entry], parts.reports);
  parts.byId.set(entry.id, entry);
  return succeed(entry);
};

const forget = async (
  { log, content, reports }: Parts,
  snapshots: readonly (readonly JournalEntry[])[],
  now: Date,
): Promise<number> => {
  const head = await log.head();
  // A line that cannot be read may name anything; a change from later than now says that the clock is wrong.
  if (!head.ok || head.value.damaged > 0) return 0;
  const entries = entriesOf(log);
  if (entries.some(({ time }) => Date.parse(time) > now.getTime())) return 0;
  if ([...reports.values()].every(({ binned }) => binned === null)) return 0;
  let forgotten = 0;
  for (const sha256 of contentToForget(entries, snapshots, now)) {
    if (!(await content.has(sha256))) continue;
    await content.remove(sha256);
    forgotten += 1;
  }
  return forgotten;
};

const putPiece = async ({ content, space }: Parts, piece: ContentPiece): Promise<Result<ContentState>> => {
  const room = await space?.look();
  if (room && room.free !== null && room.free < room.needed + piece.size)
    return fail(spaceFault('报告', room.path, { ...room, needed: room.needed + piece.size }));
  return content.put(piece);
};

/** A library that did not open: it says why to whoever asks, and the notes are open all the same. */
export const closedLibrary = (fault: Fault): LibraryKeeper => {
  const refuse = (): Promise<Result<never>> => Promise.resolve(fail(fault));
  return {
    head: refuse,
    read: refuse,
    append: refuse,
    putPiece: refuse,
    getPiece: refuse,
    original: refuse,
    forget: () => Promise.resolve(0),
    entries: () => [],
    close: () => Promise.resolve(),
  };
};

/** Opens the library of a data folder, made where there is none. */
export const openLibrary = async (
  folder: string,
  fs: JournalFs,
  space: SpaceGuard | null,
): Promise<Result<LibraryKeeper>> => {
  const place = libraryFolder(folder);
  const log = await openLog({ subject: SUBJECT, path: join(place, 'catalog.jsonl'), fs, space });
  if (!log.ok) return log;
  const entries = entriesOf(log.value);
  const parts: Parts = {
    log: log.value,
    content: openContent(fs, join(place, 'content')),
    space,
    reports: replayLibrary(entries),
    byId: new Map(entries.map((entry) => [entry.id, entry])),
  };
  let turn: Promise<unknown> = Promise.resolve();
  return succeed({
    head: () => parts.log.head(),
    read: (afterSeq) => parts.log.read(afterSeq),
    append: (draft) => {
      const work = turn.then(() =>
        append(parts, draft).catch((error: unknown) => fail(ioFault(SUBJECT, place, error))),
      );
      turn = work;
      return work;
    },
    putPiece: (piece) => putPiece(parts, piece),
    getPiece: (sha256, at) => parts.content.piece(sha256, at),
    original: async (id) => {
      const original = parts.reports.get(id)?.report.original;
      if (!original) return succeed(null);
      const bytes = await parts.content.read(original.sha256);
      return bytes.ok ? succeed({ name: original.name, bytes: bytes.value }) : bytes;
    },
    forget: (snapshots, now) => {
      const work = turn.then(() => forget(parts, snapshots, now).catch(() => 0));
      turn = work;
      return work;
    },
    entries: () => entriesOf(parts.log),
    close: async () => {
      await turn;
      await parts.log.close();
    },
  });
};
