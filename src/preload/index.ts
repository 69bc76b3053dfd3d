import { contextBridge, ipcRenderer } from 'electron';
import type { Result } from '../shared/fault';
import type { Bridge, CallInput, CallValue, Command, ServiceCalls, WindowCalls } from '../shared/host';
import { COMMAND_CHANNEL, FILES_CHANNEL, LEAVING_CHANNEL } from '../shared/host';

/** One call to the main process; the page never sees the channel or the event. */
const call = <Name extends keyof ServiceCalls | keyof WindowCalls>(
  name: Name,
  input: CallInput<Name>,
): Promise<Result<CallValue<Name>>> => ipcRenderer.invoke(name, input) as Promise<Result<CallValue<Name>>>;

/** What the page does before its window closes; a page that has asked for nothing has nothing to lose. */
let lastWords = (): unknown => call('page/leave', { saved: true });
ipcRenderer.on(LEAVING_CHANNEL, () => void lastWords());

const bridge = {
  capabilities: { kind: 'electron', pdf: true, reveal: true },
  journal: {
    head: () => call('journal/head', null),
    read: (afterSeq, limit) => call('journal/read', { afterSeq, ...(limit === undefined ? {} : { limit }) }),
    append: (drafts) => call('journal/append', { drafts }),
  },
  snapshots: {
    list: () => call('snapshot/list', null),
    make: (reason) => call('snapshot/make', { reason }),
    read: (name) => call('snapshot/read', { name }),
  },
  library: {
    head: () => call('library/head', null),
    read: (afterSeq) => call('library/read', { afterSeq }),
    append: (draft) => call('library/append', draft),
    putPiece: (piece) => call('library/put', piece),
    getPiece: (sha256, at) => call('library/get', { sha256, at }),
    openOriginal: (id) => call('library/open', { id }),
  },
  info: () => call('info', null),
  space: () => call('space', null),
  saveFile: (file) => call('file/save', file),
  openFiles: (accept, limits) => call('file/open', { accept, ...limits }),
  takeHandedFiles: () => call('file/handed', null),
  readHandedFile: (path) => call('file/read', { path }),
  print: (paper) => call('page/print', paper),
  printToPdf: (paper) => call('page/pdf', paper),
  revealFolder: (folder) => call('folder/reveal', { folder }),
  onCommand: (listener) => {
    ipcRenderer.on(COMMAND_CHANNEL, (_event, command: Command) => listener(command));
  },
  onFilesHanded: (listener) => {
    ipcRenderer.on(FILES_CHANNEL, () => listener());
  },
  onLeaving: (listener) => {
    lastWords = listener;
  },
  leave: (saved) => call('page/leave', { saved }),
} satisfies Bridge;

contextBridge.exposeInMainWorld('duidu', bridge);
