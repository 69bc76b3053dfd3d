import type { BrowserWindow } from 'electron';
import { app, dialog } from 'electron';
import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Result } from '../../shared/fault';
import { succeed } from '../../shared/fault';
import type { CallInput, FileToSave, OpenedFile, SaveOutcome } from '../../shared/host';
import { cleanName, openFile, saveFile } from '../services/files';
import type { Preferences } from './preferences';

/** Where a dialog begins: Electron itself begins each in Downloads. */
const folderOf = (preferences: Preferences): string =>
  preferences.get().lastFolder ?? app.getPath('documents');

/** `.csv`, but not the `.5` of `2023.5`. */
const ENDING = /^\.[A-Za-z][A-Za-z0-9]{0,7}$/;

/** Linux adds no ending to a typed name, and Windows none that it does not know. */
const withEnding = (path: string, ending: string): string =>
  ending === '' || ENDING.test(extname(path)) ? path : `${path}${ending}`;

const REPLACE = 1;

/** The dialog has asked about the name as it was typed; what stands under the name with its ending is asked about here. */
const mayReplace = async (window: BrowserWindow, path: string): Promise<boolean> => {
  if (!existsSync(path)) return true;
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: '对读',
    message: `“${basename(path)}”已经在这个文件夹里`,
    detail: '替换后，原来的内容就没有了。',
    buttons: ['不保存', '替换'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === REPLACE;
};

/** Asks where to save a file and saves it. */
export const save = async (
  window: BrowserWindow,
  { name, bytes }: FileToSave,
  preferences: Preferences,
): Promise<Result<SaveOutcome>> => {
  const suggested = cleanName(name);
  const ending = extname(suggested);
  const filters =
    ending === '' ? [] : [{ name: ending.slice(1).toUpperCase(), extensions: [ending.slice(1)] }];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: '另存到…',
    defaultPath: join(folderOf(preferences), suggested),
    filters,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || filePath === '') return succeed({ saved: false });
  preferences.set({ lastFolder: dirname(filePath) });
  const path = withEnding(filePath, ending);
  if (path !== filePath && !(await mayReplace(window, path))) return succeed({ saved: false });
  const saved = await saveFile(path, bytes);
  return saved.ok ? succeed({ saved: true, path: saved.value }) : saved;
};

/** Asks which files to open and reads them, all or none. */
export const open = async (
  window: BrowserWindow,
  { accept, most, single }: CallInput<'file/open'>,
  preferences: Preferences,
): Promise<Result<readonly OpenedFile[]>> => {
  const extensions = accept.map((ending) => ending.slice(1));
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: '打开文件…',
    defaultPath: folderOf(preferences),
    filters: extensions.length > 0 ? [{ name: '可读的文件', extensions }] : [],
    properties: single ? ['openFile'] : ['openFile', 'multiSelections'],
  });
  const [first] = canceled ? [] : filePaths;
  if (first !== undefined) preferences.set({ lastFolder: dirname(first) });
  const files: OpenedFile[] = [];
  for (const path of canceled ? [] : filePaths) {
    const file = await openFile(path, most);
    if (!file.ok) return file;
    files.push(file.value);
  }
  return succeed(files);
};
