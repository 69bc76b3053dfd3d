import type { Fault } from '../../shared/fault';

const REASONS: Readonly<Record<string, { readonly reason: string; readonly remedy: string }>> = {
  ENOSPC: { reason: '磁盘已满', remedy: '请腾出空间后再试一次' },
  EDQUOT: { reason: '磁盘配额已用完', remedy: '请腾出空间后再试一次' },
  EIO: { reason: '磁盘读写出错', remedy: '请检查磁盘，再试一次' },
  EROFS: { reason: '磁盘是只读的', remedy: '请换一个可以写入的位置，或解除只读后再试一次' },
  EACCES: { reason: '没有读写权限', remedy: '请检查这个位置的权限后再试一次' },
  EPERM: { reason: '系统不允许读写', remedy: '请检查这个位置的权限后再试一次' },
  ENOENT: { reason: '找不到这个位置', remedy: '请检查文件夹是否被移走或改名，再试一次' },
  ENOTDIR: { reason: '路径中有一段不是文件夹', remedy: '请检查这个位置后再试一次' },
  EISDIR: { reason: '同名的文件夹占了这个位置', remedy: '请移走它后再试一次' },
  EMFILE: { reason: '打开的文件太多', remedy: '请关闭一些程序后再试一次' },
  EBUSY: { reason: '文件正被别的程序占用', remedy: '请关闭占用它的程序后再试一次' },
};

const UNKNOWN = { reason: '系统没有完成读写', remedy: '请再试一次；仍不成功时请复制详情求助' };

/** The errno name of a Node error (`ENOSPC`), or null when it is no system error. */
export const errnoOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

/** A file system error as words: `subject` and path say where, the errno says why. */
export const ioFault = (subject: string, path: string, error: unknown): Fault => {
  const errno = errnoOf(error);
  const words = (errno === null ? undefined : REASONS[errno]) ?? UNKNOWN;
  return {
    code: errno === null ? 'io-unknown' : `io-${errno.toLowerCase()}`,
    subject: `${subject}（${path}）`,
    reason: words.reason,
    remedy: words.remedy,
    detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
};
