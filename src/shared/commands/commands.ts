/** Where a command can be given; the help lists them by it, in this order. */
export const COMMAND_GROUPS = {
  everywhere: '到处都行',
  reading: '阅读',
  selection: '选中文字之后',
  table: '对读、指标、目标的表',
} as const;

export type CommandGroup = keyof typeof COMMAND_GROUPS;

interface Spec {
  readonly id: string;
  /** What it does, as the help says it. */
  readonly label: string;
  readonly group: CommandGroup;
  /** Keys as `Ctrl+Shift+F`, by the names of KeyboardEvent.key; on macOS Ctrl is ⌘. The first is shown as the hint. */
  readonly keys: readonly string[];
  /** Whether the keys belong to the command while a text field has the focus, too. */
  readonly typing?: true;
}

/** Every command of the reader: the menu, the keys, their hints, 设置 and the help are all read from here. */
export const COMMANDS = [
  { id: 'find-in-report', label: '在这一篇里查找', group: 'everywhere', keys: ['Ctrl+F'], typing: true },
  { id: 'find-everywhere', label: '搜索全部报告', group: 'everywhere', keys: ['Ctrl+Shift+F'], typing: true },
  { id: 'find-selection', label: '搜索选中的文字', group: 'selection', keys: [] },
  { id: 'next-hit', label: '下一处', group: 'everywhere', keys: ['F3'], typing: true },
  { id: 'previous-hit', label: '上一处', group: 'everywhere', keys: ['Shift+F3'], typing: true },
  { id: 'back', label: '返回来处', group: 'everywhere', keys: ['Alt+ArrowLeft'], typing: true },
  { id: 'forward', label: '再去那里', group: 'everywhere', keys: ['Alt+ArrowRight'], typing: true },
  { id: 'undo', label: '撤销', group: 'everywhere', keys: ['Ctrl+Z'] },
  { id: 'redo', label: '重做', group: 'everywhere', keys: ['Ctrl+Y', 'Ctrl+Shift+Z'] },
  { id: 'open-report', label: '打开报告…', group: 'everywhere', keys: ['Ctrl+O'], typing: true },
  { id: 'shelf', label: '书架', group: 'everywhere', keys: ['Ctrl+Shift+O'], typing: true },
  { id: 'print', label: '打印', group: 'everywhere', keys: ['Ctrl+P'], typing: true },
  { id: 'print-digest', label: '要点一页', group: 'everywhere', keys: ['Ctrl+Shift+P'], typing: true },
  { id: 'settings', label: '设置', group: 'everywhere', keys: ['Ctrl+,'], typing: true },
  { id: 'help', label: '这张按键表', group: 'everywhere', keys: ['F1', '?'] },
  { id: 'dismiss', label: '关闭浮层，去掉标记', group: 'everywhere', keys: ['Escape'], typing: true },
  { id: 'next-tab', label: '下一篇', group: 'reading', keys: ['Ctrl+Tab', 'Ctrl+PageDown'], typing: true },
  {
    id: 'previous-tab',
    label: '上一篇',
    group: 'reading',
    keys: ['Ctrl+Shift+Tab', 'Ctrl+PageUp'],
    typing: true,
  },
  { id: 'close-tab', label: '合上这一篇', group: 'reading', keys: ['Ctrl+W'], typing: true },
  { id: 'bookmark', label: '在读到的地方加书签，再按去掉', group: 'reading', keys: ['Ctrl+D'] },
  { id: 'read-aloud', label: '从这里起朗读（系统有中文语音时）', group: 'reading', keys: ['R'] },
  { id: 'next-sentence', label: '选中下一句；再按 Shift 和方向键调整', group: 'reading', keys: ['S'] },
  { id: 'previous-sentence', label: '选中上一句', group: 'reading', keys: ['Shift+S'] },
  { id: 'compare-here', label: '与上一篇对读这一处', group: 'reading', keys: ['D'] },
  { id: 'next-number', label: '下一个数', group: 'reading', keys: ['ArrowRight'] },
  { id: 'previous-number', label: '上一个数', group: 'reading', keys: ['ArrowLeft'] },
  { id: 'colour-1', label: '涂藤黄', group: 'selection', keys: ['1'] },
  { id: 'colour-2', label: '涂石青', group: 'selection', keys: ['2'] },
  { id: 'colour-3', label: '涂石绿', group: 'selection', keys: ['3'] },
  { id: 'colour-4', label: '涂胭脂', group: 'selection', keys: ['4'] },
  { id: 'underline', label: '加下划线', group: 'selection', keys: ['U'] },
  { id: 'note', label: '写批注', group: 'selection', keys: ['N'] },
  { id: 'give-passage', label: '加到正在写的批注', group: 'selection', keys: ['A'] },
  { id: 'copy-cited', label: '复制并带出处', group: 'selection', keys: ['Ctrl+Shift+C'] },
  { id: 'life', label: '看这一项历年走到哪一步', group: 'selection', keys: ['L'] },
  { id: 'next-part', label: '数字目标、事项、上下级换着看', group: 'table', keys: ['V'] },
  { id: 'agree', label: '待确认的：是', group: 'table', keys: ['Y'] },
  { id: 'disagree', label: '待确认的：不是', group: 'table', keys: ['X'] },
  { id: 'table-open', label: '看原句', group: 'table', keys: ['Enter'] },
  { id: 'table-copy', label: '复制这一格；按住 Shift 选几格一起复制', group: 'table', keys: ['Ctrl+C'] },
  { id: 'table-note', label: '给这一行、这一格写批注', group: 'table', keys: ['N'] },
] as const satisfies readonly Spec[];

export type CommandId = (typeof COMMANDS)[number]['id'];

export type CommandSpec = Spec & { readonly id: CommandId };

const BY_ID: ReadonlyMap<CommandId, CommandSpec> = new Map(COMMANDS.map((spec) => [spec.id, spec]));

/** Gives the command of an id. */
export const commandOf = (id: CommandId): CommandSpec => {
  const spec = BY_ID.get(id);
  if (!spec) throw new Error(`There is no command ${id}.`);
  return spec;
};

const SHOWN: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** Gives a key as the reader is shown it: `Ctrl Shift F`. */
export const keyWords = (key: string): string =>
  key
    .split('+')
    .map((part) => SHOWN[part] ?? part)
    .join(' ');

/** Gives the key to be shown beside a command; empty where it has none. */
export const keyHint = (id: CommandId): string => keyWords(commandOf(id).keys[0] ?? '');
