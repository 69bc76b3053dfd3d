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

/** A file handed to the program from outside: by double click, on the command line, dropped on its icon. */
export interface HandedFile {
  /** Absolute; what `readHandedFile` takes. */
  readonly path: string;
  readonly name: string;
}

/** Paper of a print or a PDF, as the page was laid out for it. */
export interface PrintPaper {
  readonly size: 'A4' | 'A3';
  readonly orientation: 'portrait' | 'landscape';
  readonly grey: boolean;
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
  /** Tells how much room the notes' disk has. */
  space(): Promise<Result<SpaceReport>>;
  /** Never overwrites without asking; `saved: false` when the person cancels. */
  saveFile(file: FileToSave): Promise<Result<SaveOutcome>>;
  /** `accept` lists file name endings with their dot (`.txt`); an empty list comes back when the person cancels. */
  openFiles(accept: readonly string[], limits?: OpenLimits): Promise<Result<readonly OpenedFile[]>>;
  /** Reads a file that `onFilesHanded` has told of; any other path is refused. */
  readHandedFile(path: string): Promise<Result<OpenedFile>>;
  /** Opens the system's print dialog for the page as it is. */
  print(paper: PrintPaper): Promise<Result<null>>;
  /** Makes a PDF of the page as it is (print styles); fails with a reason where `capabilities.pdf` is false. */
  printToPdf(paper: PrintPaper): Promise<Result<Uint8Array>>;
  /** Shows the folder in the file manager; fails with a reason where there is none. */
  revealFolder(folder: Folder): Promise<Result<null>>;
  /** Calls back for each menu command; the returned function ends it. */
  onCommand(listener: (command: Command) => void): () => void;
  /** Calls back for files handed over, those of before the first listener too; the returned function ends it. */
  onFilesHanded(listener: (files: readonly HandedFile[]) => void): () => void;
  /** Calls back before the window closes; it stays open until the promise says whether all is saved. */
  onLeaving(listener: () => Promise<boolean>): void;
}

/**
 * What the Electron preload puts on `window.duidu`. As Host, but for what the page does itself: it joins drafts and
 * receipts, and it keeps the list of listeners, as a function cannot come back through the bridge of every shell.
 */
export interface Bridge extends Omit<
  Host,
  'onCommand' | 'onFilesHanded' | 'onLeaving' | 'journal' | 'library'
> {
  readonly journal: JournalWire;
  readonly library: LibraryWire;
  onCommand(listener: (command: Command) => void): void;
  /** Tells that files have been handed over; `takeHandedFiles` gives them, each once. */
  onFilesHanded(listener: () => void): void;
  takeHandedFiles(): Promise<Result<readonly HandedFile[]>>;
  onLeaving(listener: () => void): void;
  /** Answers `onLeaving`. */
  leave(saved: boolean): Promise<Result<null>>;
}
