import type { Result } from '../shared/fault';
import { fail, succeed } from '../shared/fault';

const BOMS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** A wrong guess of GB18030 gives rare characters and private ones; a Chinese text has a good part of common Han. */
const HAN_SHARE = 0.2;

const decodeAs = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

function isChinese(text: string): boolean {
  const han = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  return han >= text.replace(/\s/g, '').length * HAN_SHARE;
}

/** The text of a file, by its byte order mark, else as UTF-8, else as GB18030 where that gives Chinese. The mark is not part of the text. */
export function decodeText(bytes: Uint8Array, file: string): Result<string> {
  const damaged = (code: string, reason: string, remedy: string) =>
    fail({ code, subject: file, reason, remedy });
  if (bytes.length === 0) return damaged('file-empty', '文件是空的', '请换一个有内容的文本文件。');
  const marked = BOMS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked === undefined && bytes.includes(0))
    return damaged('file-binary', '这不是文本文件', '请另存为 UTF-8 的 .txt 再试。');
  const text = marked ? decodeAs(marked[0], bytes) : decodeAs('utf-8', bytes);
  if (text !== null)
    return text.trim() === ''
      ? damaged('file-empty', '文件里没有文字', '请换一个有内容的文本文件。')
      : succeed(text);
  const chinese = marked ? null : decodeAs('gb18030', bytes);
  if (chinese !== null && isChinese(chinese)) return succeed(chinese);
  return damaged(
    'file-encoding',
    '编码既不是 UTF-8 也不是 GB18030，或文件已损坏',
    '请另存为 UTF-8 的 .txt 再试。',
  );
}
