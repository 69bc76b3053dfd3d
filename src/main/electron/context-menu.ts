import type { BrowserWindow, ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import { Menu } from 'electron';
import type { Command } from '../../shared/host';

const MOST_WORDS = 12;

const shortened = (text: string): string => {
  const words = [...text.trim().replace(/\s+/gu, ' ')];
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).join('')}…` : words.join('');
};

type Params = Pick<ContextMenuParams, 'editFlags' | 'selectionText' | 'isEditable'>;

/** Items for the place that was clicked: only those that can be done there. */
const itemsFor = (
  { editFlags, selectionText, isEditable }: Params,
  send: (command: Command) => void,
): readonly MenuItemConstructorOptions[] => {
  const edit: MenuItemConstructorOptions[] = [
    ...(isEditable ? [{ label: '剪切', role: 'cut', enabled: editFlags.canCut } as const] : []),
    ...(isEditable || editFlags.canCopy
      ? [{ label: '复制', role: 'copy', enabled: editFlags.canCopy } as const]
      : []),
    ...(isEditable ? [{ label: '粘贴', role: 'paste', enabled: editFlags.canPaste } as const] : []),
    { label: '全选', role: 'selectAll', enabled: editFlags.canSelectAll },
  ];
  if (isEditable || selectionText.trim() === '') return edit;
  return [
    ...edit,
    { type: 'separator' },
    { label: `查找“${shortened(selectionText)}”`, click: () => send('find-selection') },
  ];
};

/** Opens a menu at a right click; Electron has none of its own. */
export const giveContextMenu = (window: BrowserWindow, send: (command: Command) => void): void => {
  window.webContents.on('context-menu', (_event, params) =>
    Menu.buildFromTemplate([...itemsFor(params, send)]).popup({ window }),
  );
};
