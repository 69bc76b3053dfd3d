import { fail, succeed } from '../../shared/fault';
import type { Host, HostInfo } from '../../shared/host';
import { appended, orSilent } from './answer';
import { download, pickFiles } from './browser-files';
import { libraryOver } from './library-wire';
import type { LoopbackCaller } from './loopback-call';

const noPdf = fail({
  code: 'no-pdf',
  subject: 'PDF',
  reason: '在浏览器里打开的对读不能自己生成 PDF',
  remedy: '请用打印，在打印窗口里选“另存为 PDF”',
});

const noHandedFiles = fail({
  code: 'no-handed-files',
  subject: '文件',
  reason: '在浏览器里打开的对读收不到系统交来的文件',
  remedy: '请把它拖进窗口，或用“打开”选它',
});

/** The reader's host in a browser: calls over HTTP on this machine; files and print by the browser's own means. */
export const loopbackHost = (call: LoopbackCaller, info: HostInfo): Host =>
  ({
    capabilities: { kind: 'loopback', pdf: false, reveal: info.display },
    journal: {
      head: () => orSilent(() => call('journal/head', null)),
      read: (afterSeq, limit) => orSilent(() => call('journal/read', { afterSeq, limit })),
      append: (drafts) => appended(drafts, () => call('journal/append', { drafts })),
    },
    snapshots: {
      list: () => orSilent(() => call('snapshot/list', null)),
      make: (reason) => orSilent(() => call('snapshot/make', { reason })),
      read: (name) => orSilent(() => call('snapshot/read', { name })),
    },
    library: libraryOver({
      head: () => call('library/head', null),
      read: (afterSeq) => call('library/read', { afterSeq }),
      append: (draft) => call('library/append', draft),
      putPiece: (piece) => call('library/put', piece),
      getPiece: (sha256, at) => call('library/get', { sha256, at }),
      openOriginal: (id) => call('library/open', { id }),
    }),
    info: () => orSilent(() => call('info', null)),
    space: () => orSilent(() => call('space', null)),
    saveFile: (file) => Promise.resolve(succeed(download(file))),
    openFiles: (accept, limits) => orSilent(() => pickFiles(accept, limits)),
    readHandedFile: () => Promise.resolve(noHandedFiles),
    print: () => {
      window.print();
      return Promise.resolve(succeed(null));
    },
    printToPdf: () => Promise.resolve(noPdf),
    revealFolder: (folder) => orSilent(() => call('folder/reveal', { folder })),
    // A browser has its own menu; the page's shortcuts are all there is.
    onCommand: () => () => undefined,
    // Nor is there a program that a file could be handed to, nor one that could hold the window open.
    onFilesHanded: () => () => undefined,
    onLeaving: () => undefined,
  }) satisfies Host;
