import type { BrowserWindow } from 'electron';
import { dialog } from 'electron';
import { extname } from 'node:path';
import type { Result } from '../../shared/fault';
import { fail, succeed } from '../../shared/fault';
import type { CallInput, FileToSave, OpenedFile, SaveOutcome, WindowCalls } from '../../shared/host';
import type { Handlers } from '../services/calls';
import { cleanName, openFile, saveFile } from '../services/files';

const save = async (window: BrowserWindow, { name, bytes }: FileToSave): Promise<Result<SaveOutcome>> => {
  const defaultPath = cleanName(name);
  const ending = extname(defaultPath).slice(1);
  const filters = ending === '' ? [] : [{ name: ending.toUpperCase(), extensions: [ending] }];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: '另存到…',
    defaultPath,
    filters,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || filePath === '') return succeed({ saved: false });
  const saved = await saveFile(filePath, bytes);
  return saved.ok ? succeed({ saved: true, path: saved.value }) : saved;
};

const open = async (
  window: BrowserWindow,
  { accept, most, single }: CallInput<'file/open'>,
): Promise<Result<readonly OpenedFile[]>> => {
  const extensions = accept.map((ending) => ending.slice(1));
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: '打开文件…',
    filters: extensions.length > 0 ? [{ name: '可读的文件', extensions }] : [],
    properties: single ? ['openFile'] : ['openFile', 'multiSelections'],
  });
  const files: OpenedFile[] = [];
  for (const path of canceled ? [] : filePaths) {
    const file = await openFile(path, most);
    if (!file.ok) return file;
    files.push(file.value);
  }
  return succeed(files);
};

/** Reasons Electron gives when a person closes the print dialog: no fault. */
const CANCELLED = /cancel/i;

const print = (window: BrowserWindow): Promise<Result<null>> =>
  new Promise((resolve) => {
    window.webContents.print({ printBackground: true }, (done, reason) =>
      resolve(
        done || CANCELLED.test(reason)
          ? succeed(null)
          : fail({
              code: 'print-failed',
              subject: '打印',
              reason: '打印机没有接受',
              remedy: '请检查打印机，或另存为 PDF',
              detail: reason,
            }),
      ),
    );
  });

const noWindow = fail({
  code: 'no-window',
  subject: '对读的窗口',
  reason: '已经关闭',
  remedy: '请重新打开对读',
});

/** The calls that need a window or a dialog; `current` is the window of the moment. */
export const windowHandlers = (current: () => BrowserWindow | null): Handlers<keyof WindowCalls> => {
  const within = <T>(work: (window: BrowserWindow) => Promise<Result<T>>): Promise<Result<T>> => {
    const window = current();
    return window ? work(window) : Promise.resolve(noWindow);
  };
  return {
    'file/save': (file) => within((window) => save(window, file)),
    'file/open': (request) => within((window) => open(window, request)),
    'page/print': () => within(print),
    'page/pdf': () =>
      within(async ({ webContents }) => {
        const pdf = await webContents.printToPDF({ printBackground: true, preferCSSPageSize: true });
        return succeed(new Uint8Array(pdf));
      }),
  };
};
