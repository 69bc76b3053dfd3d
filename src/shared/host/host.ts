import type { CommandId } from '../commands';
import type { Result } from '../fault';
import type { JournalPort, JournalWire } from './journal';
import type { LibraryPort, LibraryWire } from './library';
import type { SnapshotPort } from './snapshots';
import type { SpaceReport } from './space';

/** What this host can do; the reader asks here instead of finding out by an exception. */
export interface Capabilities {
  readonly kind: 'electron' | 'loopback';
  /** True where `printToPdf` makes the file itself; elsewhere the print dialog offers it. */
  readonly pdf: boolean;
  /** True where `revealFolder` opens a file manager: there is a display. */
  readonly reveal: boolean;
}

export interface HostInfo {
  readonly version: string;
  /** Folder of notes, absolute. */
  readonly dataFolder: string;
  /** Folder of the automatic snapshots, absolute. */
  readonly snapshotFolder: string;
  /** Folder of the bundled reports, absolute. */
  readonly reportsFolder: string;
  /** Whether this machine has a display to open a file manager on. */
  readonly display: boolean;
}

export interface FileToSave {
  /** Suggested name; the host cleans it of characters a file system refuses. */
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** `path` is null where the browser chose the place and does not tell. */
export type SaveOutcome = { readonly saved: true; readonly path: string | null } | { readonly saved: false };

export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a person may choose when asked for a file. */
export interface OpenLimits {
  /** Largest file in bytes; a larger one is refused with a reason before it is read. */
  readonly most?: number | undefined;
  /** One file, not several. */
  readonly single?: boolean | undefined;
}

/** Menu commands the shell sends to the page; the page knows the same ones by shortcut. */
export type Command = CommandId;

export type Folder = 'data' | 'reports' | 'snapshots';

/** Everything the reader needs from outside the page. Total: every method answers on every host, none throws. */
export interface Host {
  readonly capabilities: Capabilities;
  readonly journal: JournalPort;
  readonly snapshots: SnapshotPort;
  /** The reader's own reports. */
  readonly library: LibraryPort;
  info(): Promise<Result<HostInfo>>;
  /** How much room the notes' disk has. */
  space(): Promise<Result<SpaceReport>>;
  /** Never overwrites without asking; `saved: false` when the person cancels. */
  saveFile(file: FileToSave): Promise<Result<SaveOutcome>>;
  /** `accept` lists file name endings with their dot (`.txt`); an empty list comes back when the person cancels. */
  openFiles(accept: readonly string[], limits?: OpenLimits): Promise<Result<readonly OpenedFile[]>>;
  /** Opens the system's print dialog for the page as it is. */
  print(): Promise<Result<null>>;
  /** Makes a PDF of the page as it is (print styles); fails with a reason where `capabilities.pdf` is false. */
  printToPdf(): Promise<Result<Uint8Array>>;
  /** Shows the folder in the file manager; fails with a reason where there is none. */
  revealFolder(folder: Folder): Promise<Result<null>>;
  /** Calls back for each menu command; the returned function ends it. */
  onCommand(listener: (command: Command) => void): () => void;
}

/**
 * What the Electron preload puts on `window.duidu`. As Host, but for what the page does itself: it joins drafts and
 * receipts, and it keeps the list of listeners, as a function cannot come back through the bridge of every shell.
 */
export interface Bridge extends Omit<Host, 'onCommand' | 'journal' | 'library'> {
  readonly journal: JournalWire;
  readonly library: LibraryWire;
  onCommand(listener: (command: Command) => void): void;
}
