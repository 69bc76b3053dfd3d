import { fail, succeed, type Fault, type Result } from '../../shared/fault';
import {
  fileTooLarge,
  type FileToSave,
  type OpenedFile,
  type OpenLimits,
  type SaveOutcome,
} from '../../shared/host';

/** A download URL must outlive the click; the browser copies the bytes well within this. Milliseconds. */
const URL_LIFE = 60_000;

/** Hands a file to the browser, which puts it into its download folder and never overwrites. */
export const download = ({ name, mime, bytes }: FileToSave): SaveOutcome => {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), URL_LIFE);
  return { saved: true, path: null };
};

/** Largest file taken in where a caller sets no smaller limit, in bytes, as in every shell (S-18). */
const MOST_BYTES = 100 * 1024 * 1024;

const gone = (name: string, error: unknown): Fault => ({
  code: 'file-unreadable',
  subject: `文件“${name}”`,
  reason: '读不到，可能已被移走、改名，或正被别的程序占用',
  remedy: '什么都没有改动。请确认它还在原处，再选一次',
  detail: String(error),
});

type Picked = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

/** Reads chosen files, all or none: one that is too large is refused before any of them is read. */
export async function readPicked(
  files: readonly Picked[],
  most: number = MOST_BYTES,
): Promise<Result<readonly OpenedFile[]>> {
  const large = files.find(({ size }) => size > most);
  if (large) return fail(fileTooLarge(large.name, large.size, most));
  const read: OpenedFile[] = [];
  for (const file of files)
    try {
      read.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch (error) {
      return fail(gone(file.name, error));
    }
  return succeed(read);
}

/** Lets a person choose files; an empty list when they cancel. */
export const pickFiles = (
  accept: readonly string[],
  { most, single = false }: OpenLimits = {},
): Promise<Result<readonly OpenedFile[]>> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = !single;
    input.accept = accept.join(',');
    input.addEventListener('cancel', () => resolve(succeed([])), { once: true });
    input.addEventListener('change', () => resolve(readPicked([...(input.files ?? [])], most)));
    input.click();
  });
