import type { MenuItemConstructorOptions } from 'electron';
import { Menu, dialog } from 'electron';
import { commandOf, type CommandId } from '../../shared/commands';
import type { Command, HostInfo } from '../../shared/host';
import type { RequestCount } from './network-guard';

/** What the menu works on. */
export interface MenuPlace {
  readonly info: HostInfo;
  readonly send: (command: Command) => void;
  readonly reveal: (path: string) => unknown;
  readonly requests: () => RequestCount;
  /** Folder of the log. */
  readonly logFolder: string;
  readonly accelerated: boolean;
  /** Switches hardware acceleration and starts the program anew. */
  readonly accelerate: (on: boolean) => void;
}

type Item = MenuItemConstructorOptions;

const SEPARATOR: Item = { type: 'separator' };

/** `Ctrl+,` as Electron writes it, so that macOS has ⌘. */
const acceleratorOf = (id: CommandId): string | undefined =>
  commandOf(id)
    .keys[0]?.replace(/^Ctrl\b/, 'CmdOrCtrl')
    .replace(/Arrow/, '');

/** A command of the page, under its own words and key. */
const command = ({ send }: MenuPlace, id: CommandId): Item => {
  const accelerator = acceleratorOf(id);
  return { label: commandOf(id).label, ...(accelerator ? { accelerator } : {}), click: () => send(id) };
};

/** A second key for something that has its item already. */
const alias = (label: string, role: NonNullable<Item['role']>, accelerator: string): Item => ({
  label,
  role,
  accelerator,
  visible: false,
  acceleratorWorksWhenHidden: true,
});

const about = ({ info, requests }: MenuPlace): unknown =>
  dialog.showMessageBox({
    type: 'info',
    title: '关于对读',
    message: `对读 ${info.version}`,
    detail: `批注存放在：${info.dataFolder}\n本次启动以来拦下的网络请求：${requests().stopped} 次`,
    buttons: ['知道了'],
  });

const aboutItem = (place: MenuPlace): Item => ({ label: '关于对读', click: () => void about(place) });

/** The first menu on macOS belongs to the program, whatever it is called. */
const programMenu = (place: MenuPlace): Item => ({
  label: '对读',
  submenu: [
    aboutItem(place),
    SEPARATOR,
    command(place, 'settings'),
    SEPARATOR,
    { label: '服务', role: 'services' },
    SEPARATOR,
    { label: '隐藏对读', role: 'hide' },
    { label: '隐藏其他', role: 'hideOthers' },
    { label: '全部显示', role: 'unhide' },
    SEPARATOR,
    { label: '退出对读', role: 'quit' },
  ],
});

const fileMenu = (place: MenuPlace, mac: boolean): Item => ({
  label: '文件(&F)',
  submenu: [
    command(place, 'open-report'),
    command(place, 'shelf'),
    { label: '打开批注文件夹', click: () => void place.reveal(place.info.dataFolder) },
    SEPARATOR,
    command(place, 'print'),
    ...(mac ? [] : [SEPARATOR, command(place, 'settings'), { label: '退出对读', role: 'quit' } as const]),
  ],
});

const editMenu = (place: MenuPlace): Item => ({
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
    command(place, 'find-in-report'),
    command(place, 'find-everywhere'),
  ],
});

const viewMenu = (place: MenuPlace): Item => ({
  label: '查看(&V)',
  submenu: [
    command(place, 'back'),
    command(place, 'forward'),
    SEPARATOR,
    { label: '放大', role: 'zoomIn' },
    { label: '缩小', role: 'zoomOut' },
    { label: '实际大小', role: 'resetZoom' },
    // Electron's own key for 放大 is Ctrl+Shift+=; keyboards have the plus elsewhere too.
    alias('放大', 'zoomIn', 'CmdOrCtrl+='),
    alias('放大', 'zoomIn', 'CmdOrCtrl+numadd'),
    alias('缩小', 'zoomOut', 'CmdOrCtrl+numsub'),
    alias('实际大小', 'resetZoom', 'CmdOrCtrl+num0'),
    SEPARATOR,
    { label: '重新载入', role: 'reload', accelerator: 'CmdOrCtrl+R' },
    alias('重新载入', 'reload', 'F5'),
    { label: '全屏', role: 'togglefullscreen' },
    SEPARATOR,
    {
      label: '硬件加速（切换后重新打开）',
      type: 'checkbox',
      checked: place.accelerated,
      click: () => place.accelerate(!place.accelerated),
    },
  ],
});

const windowMenu = (): Item => ({
  label: '窗口',
  submenu: [
    { label: '最小化', role: 'minimize' },
    { label: '缩放', role: 'zoom' },
    { label: '关闭', role: 'close' },
    SEPARATOR,
    { label: '全部置于前面', role: 'front' },
  ],
});

const helpMenu = (place: MenuPlace, mac: boolean): Item => ({
  label: '帮助(&H)',
  submenu: [
    command(place, 'help'),
    { label: '打开日志文件夹', click: () => void place.reveal(place.logFolder) },
    ...(mac ? [] : [SEPARATOR, aboutItem(place)]),
  ],
});

/** Puts the Chinese menu in place; its shortcuts send the commands the page knows by the same keys. */
export const installMenu = (place: MenuPlace, platform: NodeJS.Platform = process.platform): void => {
  const mac = platform === 'darwin';
  const menus = [
    ...(mac ? [programMenu(place)] : []),
    fileMenu(place, mac),
    editMenu(place),
    viewMenu(place),
    ...(mac ? [windowMenu()] : []),
    helpMenu(place, mac),
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(menus));
};
