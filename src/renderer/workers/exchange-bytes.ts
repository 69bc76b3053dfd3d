import { MAX_FILE_BYTES, unreadable } from '../../shared/exchange';
import { fail, succeed, type Result } from '../../shared/fault';
import { fileTooLarge } from '../../shared/host';

const decoded = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** Gives what the bytes seem to be instead of UTF-8, so that a person knows what to choose when saving anew. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return '是 UTF-16 编码的文本';
  return decoded(bytes, 'gb18030') === null ? '不是文本' : '像是 GB18030（GBK）编码的文本';
}

/** The text of a file of notes, which is UTF-8 with or without a byte order mark, or why there is none. */
export function textOf(file: string, bytes: Uint8Array): Result<string> {
  if (bytes.length > MAX_FILE_BYTES) return fail(fileTooLarge(file, bytes.length, MAX_FILE_BYTES));
  const text = decoded(bytes, 'utf-8');
  if (text === null)
    return fail(
      unreadable(
        file,
        `${encodingOf(bytes)}，批注文件须是 UTF-8`,
        '请在导出它的程序或记事本里另存为 UTF-8，再导入。',
      ),
    );
  return text.trim() === '' ? fail(unreadable(file, '文件是空的')) : succeed(text);
}
