/** What the person answers in dialogs, set by the test before it acts; and what was asked. */
export const person = {
  /** A path, or one made of the proposed one. */
  savesTo: null as string | ((proposed: string) => string) | null,
  opens: [] as readonly string[],
  button: 0,
  asked: [] as { readonly kind: string; readonly words: string; readonly options: unknown }[],
};

const ask = (kind: string, words: string, options: unknown): void =>
  void person.asked.push({ kind, words, options });

interface MessageBox {
  readonly message: string;
  readonly detail?: string;
}

const wordsOf = ({ message, detail }: MessageBox): string => `${message}\n${detail ?? ''}`;

export const dialog = {
  showSaveDialog: (_window: unknown, options: { readonly defaultPath: string }) => {
    ask('save', options.defaultPath, options);
    const { savesTo } = person;
    const filePath = typeof savesTo === 'function' ? savesTo(options.defaultPath) : (savesTo ?? '');
    return Promise.resolve({ canceled: savesTo === null, filePath });
  },
  showOpenDialog: (_window: unknown, options: unknown) => {
    ask('open', '', options);
    return Promise.resolve({ canceled: person.opens.length === 0, filePaths: [...person.opens] });
  },
  /** With or without a window before the options. */
  showMessageBox: (...args: readonly [...windows: unknown[], options: MessageBox]) => {
    const options = args.at(-1) as MessageBox;
    ask('message', wordsOf(options), options);
    return Promise.resolve({ response: person.button });
  },
  showMessageBoxSync: (_window: unknown, options: MessageBox): number => {
    ask('message', wordsOf(options), options);
    return person.button;
  },
  showErrorBox: (title: string, content: string): void => ask('error', `${title}\n${content}`, null),
};

/** One item of a menu, as the program describes it. */
export interface MenuItem {
  readonly label?: string;
  readonly accelerator?: string;
  readonly role?: string;
  readonly type?: string;
  readonly visible?: boolean;
  readonly enabled?: boolean;
  readonly checked?: boolean;
  readonly click?: () => void;
  readonly submenu?: readonly MenuItem[];
}

class StandInMenu {
  constructor(readonly items: readonly MenuItem[]) {}

  popup(): void {
    popped = this.items;
  }
}

let installed: readonly MenuItem[] = [];
let popped: readonly MenuItem[] = [];

export const Menu = {
  buildFromTemplate: (template: readonly MenuItem[]): StandInMenu => new StandInMenu(template),
  setApplicationMenu: (menu: StandInMenu): void => {
    installed = menu.items;
  },
};

/** The menus of the bar, in order. */
export const menuBar = (): readonly MenuItem[] => installed;

/** All items of the installed menu, in order. */
export const menuItems = (): readonly MenuItem[] => installed.flatMap(({ submenu }) => submenu ?? []);

/** Items of the menu that was last opened at the pointer. */
export const poppedItems = (): readonly MenuItem[] => popped;

/** Chooses an item by its words, as a person does. */
export const chooseMenu = (label: string, items: readonly MenuItem[] = menuItems()): void => {
  const item = items.find((one) => one.label === label);
  if (!item?.click) throw new Error(`The menu has no item ${label} to choose.`);
  item.click();
};
