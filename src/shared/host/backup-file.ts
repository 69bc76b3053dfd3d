import { z } from 'zod';
import type { Fault, Result } from '../fault';
import { fail, succeed } from '../fault';
import type { JournalEntry } from './journal';
import { journalEntry } from './journal-schema';

/** What the reading and writing of a backup file needs of the platform. */
export interface BackupTools {
  /** Hex SHA-256 of a text as UTF-8. */
  readonly digest: (text: string) => Promise<string>;
  /** Lets other work go on; called every few hundred entries. */
  readonly rest: () => Promise<void>;
}

/** First line of a backup file; the checksum covers every byte after it. */
const header = z.strictObject({
  duidu: z.literal('backup'),
  version: z.int().min(1),
  time: z.string(),
  entries: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const VERSION = 1;
const SLICE = 250;

/** Every change of every note as one file: a line that says what it is, then an entry of the journal a line. */
export async function writeBackup(
  entries: readonly JournalEntry[],
  time: Date,
  { digest, rest }: BackupTools,
): Promise<string> {
  const parts: string[] = [];
  for (let start = 0; start < entries.length; start += SLICE) {
    const slice = entries.slice(start, start + SLICE);
    parts.push(slice.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    await rest();
  }
  const body = parts.join('');
  const about = { duidu: 'backup', version: VERSION, time: time.toISOString(), entries: entries.length };
  return `${JSON.stringify({ ...about, sha256: await digest(body) })}\n${body}`;
}

const refusal = (name: string, reason: string, detail?: string): Fault => ({
  code: 'backup-refused',
  subject: `备份文件“${name}”`,
  reason,
  remedy: '一条也没有导入；请换一份备份，或在原来的电脑上重新导出',
  ...(detail === undefined ? {} : { detail }),
});

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

const STRANGE = '不是对读导出的备份';

/** The entries of a backup file, all of them or the reason why none. */
export async function readBackup(
  name: string,
  text: string,
  { digest, rest }: BackupTools,
): Promise<Result<readonly JournalEntry[]>> {
  const end = text.indexOf('\n');
  const about = header.safeParse(parse(end < 0 ? text : text.slice(0, end)));
  if (!about.success) return fail(refusal(name, STRANGE));
  if (about.data.version > VERSION) return fail(refusal(name, '是更新版的对读导出的，本程序读不懂'));
  const body = end < 0 ? '' : text.slice(end + 1);
  const lines = body.split('\n').slice(0, -1);
  if (lines.length !== about.data.entries)
    return fail(refusal(name, `文件不完整，应有 ${about.data.entries} 行，只有 ${lines.length} 行`));
  if ((await digest(body)) !== about.data.sha256) return fail(refusal(name, '内容与导出时不一样，已损坏'));
  const entries: JournalEntry[] = [];
  for (const [place, line] of lines.entries()) {
    const entry = journalEntry.safeParse(parse(line));
    if (!entry.success)
      return fail(refusal(name, `第 ${place + 2} 行不合格式`, z.prettifyError(entry.error)));
    entries.push(entry.data);
    if (place % SLICE === 0) await rest();
  }
  return succeed(entries);
}
