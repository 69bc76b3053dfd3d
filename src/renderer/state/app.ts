import { createContext, use, useContext } from 'react';
import { useStore, type StoreApi } from 'zustand';
import type { Host } from '../../shared/host';
import type { BackupsStore } from './files/backups';
import type { ExchangeStore } from './files/exchange';
import type { ImportStore } from './import/import';
import type { LibraryStore } from './library/library';
import type { NavigationStore } from './library/navigation';
import type { NotesStore } from './notes/notes';
import type { PositionsStore } from './library/positions';
import type { ReturningStore } from './library/returning';
import type { SearchStore } from './search/search';
import type { SettingsStore } from './settings';
import type { MakeStore, StoreOf } from './stores';
import type { ToastStore } from './toast';
import type { CompareClient } from '../workers/compare-client';
import type { OfficeClient } from '../workers/office-client';

/** What the first paint of the shelf needs, and no more: the rest of the program is still on its way. */
export interface Shell {
  readonly library: LibraryStore;
  readonly navigation: NavigationStore;
  readonly positions: PositionsStore;
  readonly settings: SettingsStore;
  readonly toast: ToastStore;
}

/** Everything the views may use, made once in main.tsx and create-app.ts. */
export interface App extends Shell {
  readonly host: Host;
  /** The stores of the views; see `createStores`. */
  readonly storeOf: StoreOf;
  readonly office: OfficeClient;
  readonly compare: CompareClient;
  readonly notes: NotesStore;
  readonly backups: BackupsStore;
  readonly exchange: ExchangeStore;
  readonly imports: ImportStore;
  readonly search: SearchStore;
  readonly returning: ReturningStore;
}

/** The shell, and the whole that follows it. */
export interface Started {
  readonly shell: Shell;
  readonly whole: Promise<App>;
}

export const StartedContext = createContext<Started | null>(null);

const useStarted = (): Started => {
  const started = useContext(StartedContext);
  if (!started) throw new Error('StartedContext is missing: main.tsx must provide it.');
  return started;
};

export const useShell = (): Shell => useStarted().shell;

/** For an action on the first screen that needs the rest: it is done as soon as that is there. */
export const useWhole = (): Promise<App> => useStarted().whole;

/** Suspends until the whole program is there; what stands on the first screen uses `useShell` where it can. */
export const useApp = (): App => use(useStarted().whole);

/** A hook that reads a part of one store and renders again when that part changes. */
const storeHook =
  <Owner, State>(useOwner: () => Owner, pick: (owner: Owner) => StoreApi<State>) =>
  <T>(select: (state: State) => T): T =>
    useStore(pick(useOwner()), select);

/** The one store of its kind; its code comes with the view that asks. */
export const useStoreOf = <State>(make: MakeStore<State>): StoreApi<State> => useApp().storeOf(make);

export const useLibrary = storeHook(useShell, (shell) => shell.library);
export const useNavigation = storeHook(useShell, (shell) => shell.navigation);
export const usePositions = storeHook(useShell, (shell) => shell.positions);
export const useSettings = storeHook(useShell, (shell) => shell.settings);
export const useToast = storeHook(useShell, (shell) => shell.toast);
export const useNotes = storeHook(useApp, (app) => app.notes);
export const useBackups = storeHook(useApp, (app) => app.backups);
export const useExchange = storeHook(useApp, (app) => app.exchange);
export const useImports = storeHook(useApp, (app) => app.imports);
export const useSearch = storeHook(useApp, (app) => app.search);
export const useReturning = storeHook(useApp, (app) => app.returning);
