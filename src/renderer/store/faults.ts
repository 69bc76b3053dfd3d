import type { Fault } from '../../shared/fault';

/** The journal did not answer: nothing is known to be saved. */
export const journalSilent = (detail: string): Fault => ({
  code: 'journal-silent',
  subject: '批注日志',
  reason: '5 秒内没有回音',
  remedy: '内容留在窗口里，请稍后再试一次',
  detail,
});

/** The copy does not work; notes are read from the journal and written to it, so only speed is lost. */
export const copyFailed = (detail: string): Fault => ({
  code: 'copy-failed',
  subject: '批注的本机副本',
  reason: '数据库打不开或写不进去',
  remedy: '批注都在日志里，照常可读可写；重新启动对读会自动重建副本',
  detail,
});

/** The browser's store cannot be opened any more, and there is no other place for the copy. */
export const copyDamaged = (detail: string): Fault => ({
  code: 'copy-damaged',
  subject: '批注的本机副本',
  reason: '浏览器存放它的文件坏了，打不开',
  remedy: '批注都在日志里，照常可读可写，只是打开时慢一些；坏的文件没有动',
  detail,
});

export const copyBlocked = (detail: string): Fault => ({
  code: 'copy-blocked',
  subject: '批注的本机副本',
  reason: '对读的另一个窗口占着旧版数据库',
  remedy: '批注照常可读可写；请关掉其他对读窗口，再刷新本窗口',
  detail,
});

export const copyOutdated = (detail: string): Fault => ({
  code: 'copy-outdated',
  subject: '批注的本机副本',
  reason: '另一个窗口已换用新版数据库',
  remedy: '批注照常可读可写；请刷新本窗口',
  detail,
});
