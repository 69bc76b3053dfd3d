/** What of the window is there again after a restart: the tabs and the report last read. */
export interface KeptTabs {
  readonly tabs: readonly string[];
  readonly lastRead: string | null;
}

type TabStorage = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'duidu.tabs';
export const MOST_TABS = 8;

const isText = (value: unknown): value is string => typeof value === 'string';

const parsed = (stored: string | null): unknown => {
  try {
    return JSON.parse(stored ?? 'null');
  } catch {
    return null;
  }
};

/** Reads the tabs; what is damaged costs the reader a tab, never a word. */
export const readTabs = (storage: TabStorage): KeptTabs => {
  const record = parsed(storage.getItem(KEY));
  const { tabs, lastRead } = (typeof record === 'object' && record !== null ? record : {}) as {
    readonly tabs?: unknown;
    readonly lastRead?: unknown;
  };
  return {
    tabs: Array.isArray(tabs) ? [...new Set(tabs.filter(isText))].slice(-MOST_TABS) : [],
    lastRead: isText(lastRead) ? lastRead : null,
  };
};

export const writeTabs = (storage: TabStorage, { tabs, lastRead }: KeptTabs): void =>
  storage.setItem(KEY, JSON.stringify({ tabs, lastRead }));
