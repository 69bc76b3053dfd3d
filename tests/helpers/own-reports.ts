import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import type { LibraryKeeper } from '../../src/main/services/library';
import type { JournalDraft, JournalEntry } from '../../src/shared/host';
import type { OwnReport } from '../../src/shared/library';
import type { Result } from '../../src/shared/fault';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A report as an import makes it, with the bytes it needs. */
export interface Made {
  readonly report: OwnReport;
  readonly bytes: readonly Buffer[];
}

/** A report of so many words, told apart by its number. */
export const madeReport = (number: number, part: Partial<OwnReport> = {}): Made => {
  const text = Buffer.from(`政府工作报告\n第${number}篇\n${'生产总值增长6.5%。'.repeat(200)}`, 'utf8');
  const file = Buffer.concat([Buffer.from('PK'), text]);
  const report: OwnReport = {
    id: `own-${ulid().toLowerCase()}`,
    place: '云岚县',
    placeCode: null,
    year: 2026,
    genre: '全文',
    title: '政府工作报告',
    text: sha256(text),
    characters: text.toString('utf8').length,
    original: { sha256: sha256(file), name: `云岚县${number}.docx`, bytes: file.length },
    reading: null,
    ...part,
  };
  return { report, bytes: [text, file] };
};

/** A change of the library's catalog as the page makes it. */
export const libraryDraft = (
  kind: JournalDraft['kind'],
  report: OwnReport,
  baseRev: string | null = null,
): JournalDraft => ({
  id: ulid(),
  noteId: report.id,
  kind,
  baseRev,
  writer: 'window-1',
  time: '2026-11-20T10:00:00.000Z',
  payload: kind === 'create' || kind === 'edit' ? { report } : null,
});

/** Puts bytes into the library in pieces of `size`. */
export const putBytes = async (library: LibraryKeeper, bytes: Buffer, size = 1_000): Promise<boolean> => {
  for (let at = 0; at < bytes.length; at += size) {
    const data = bytes.subarray(at, at + size).toString('base64');
    const state = await library.putPiece({ sha256: sha256(bytes), size: bytes.length, at, data });
    if (!state.ok) return false;
    if (state.value.kept) return true;
  }
  return false;
};

/** Imports one report as the page does: its content first, then the change that names it. */
export const shelve = async (
  library: LibraryKeeper,
  { report, bytes }: Made,
): Promise<Result<JournalEntry>> => {
  for (const content of bytes) await putBytes(library, content);
  return library.append(libraryDraft('create', report));
};
