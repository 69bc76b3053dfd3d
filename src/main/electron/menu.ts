import type { MenuItemConstructorOptions } from 'electron';
import { Menu, dialog } from 'electron';
import type { Command, HostInfo } from '../../shared/host';
import type { RequestCount } from './network-guard';

export interface MenuPlace {
  readonly info: HostInfo;
  readonly send: (command: Command) => void;
  readonly reveal: (path: string) => unknown;
  readonly requests: () => RequestCount;
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

const item = (label: string, accelerator: string, click: () => void): MenuItemConstructorOptions => ({
  label,
  accelerator,
  click,
});

const about = ({ info, requests }: MenuPlace): unknown =>
  dialog.showMessageBox({
    type: 'info',
    title: '关于对读',
    message: `对读 ${info.version}`,
    detail: `批注存放在：${info.dataFolder}\n本次启动以来拦下的网络请求：${requests().stopped} 次`,
    buttons: ['知道了'],
  });

const fileMenu = (place: MenuPlace): MenuItemConstructorOptions => ({
  label: '文件(&F)',
  submenu: [
    item('书架', 'CmdOrCtrl+O', () => place.send('shelf')),
    { label: '打开批注文件夹', click: () => void place.reveal(place.info.dataFolder) },
    SEPARATOR,
    item('打印…', 'CmdOrCtrl+P', () => place.send('print')),
    SEPARATOR,
    item('设置', 'CmdOrCtrl+,', () => place.send('settings')),
    { label: '退出对读', role: 'quit' },
  ],
});

const editMenu = ({ send }: MenuPlace): MenuItemConstructorOptions => ({
  label: '编辑(&E)',
  submenu: [
    { label: '撤销', role: 'undo' },
    { label: '重做', role: 'redo' },
    SEPARATOR,
    { label: '剪切', role: 'cut' },
    { label: '复制', role: 'copy' },
    { label: '粘贴', role: 'paste' },
    { label: '全选', role: 'selectAll' },
    SEPARATOR,
    item('在本篇查找', 'CmdOrCtrl+F', () => send('find-in-report')),
    item('搜索全部报告', 'CmdOrCtrl+Shift+F', () => send('find-everywhere')),
  ],
});

const viewMenu = (): MenuItemConstructorOptions => ({
  label: '查看(&V)',
  submenu: [
    { label: '放大', role: 'zoomIn' },
    { label: '缩小', role: 'zoomOut' },
    { label: '实际大小', role: 'resetZoom' },
    SEPARATOR,
    { label: '全屏', role: 'togglefullscreen' },
  ],
});

const helpMenu = (place: MenuPlace): MenuItemConstructorOptions => ({
  label: '帮助(&H)',
  submenu: [{ label: '关于对读', click: () => void about(place) }],
});

/** Puts the Chinese menu in place; its shortcuts send the commands the page knows by the same keys. */
export const installMenu = (place: MenuPlace): void =>
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([fileMenu(place), editMenu(place), viewMenu(), helpMenu(place)]),
  );
