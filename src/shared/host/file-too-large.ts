import type { Fault } from '../fault';

const megabytes = (bytes: number): number => Math.ceil(bytes / 2 ** 20);

/** A file that is refused unread; `name` is its name or path, sizes are bytes. */
export const fileTooLarge = (name: string, size: number, most: number): Fault => ({
  code: 'file-too-large',
  subject: `文件“${name}”`,
  reason: `有 ${megabytes(size)} MB，超过 ${megabytes(most)} MB`,
  remedy: '没有读它，什么都没有改动。请在导出它的程序里分成几个文件，再一个个打开',
});
