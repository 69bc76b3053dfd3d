import type { Bridge, Command, HandedFile, Host } from '../../shared/host';
import { appended, orSilent } from './answer';
import { libraryOver } from './library-wire';
import { makeListeners } from './listeners';

/**
 * Files handed over while nobody listened wait for the first listener: the shell keeps them until they are taken,
 * and they are taken only when somebody is there.
 */
const handedFiles = (bridge: Bridge): Host['onFilesHanded'] => {
  const listeners = makeListeners<readonly HandedFile[]>();
  let heard = false;
  const take = async (): Promise<void> => {
    if (!heard) return;
    const files = await orSilent(() => bridge.takeHandedFiles());
    if (files.ok && files.value.length > 0) listeners.tell(files.value);
  };
  bridge.onFilesHanded(() => void take());
  return (listener) => {
    const end = listeners.add(listener);
    heard = true;
    void take();
    return end;
  };
};

/** The reader's host inside Electron: the preload's bridge, with its failures turned into faults. */
export const electronHost = (bridge: Bridge): Host => {
  const commands = makeListeners<Command>();
  bridge.onCommand((command) => commands.tell(command));
  return {
    capabilities: bridge.capabilities,
    journal: {
      head: () => orSilent(() => bridge.journal.head()),
      read: (afterSeq, limit) => orSilent(() => bridge.journal.read(afterSeq, limit)),
      append: (drafts) => appended(drafts, () => bridge.journal.append(drafts)),
    },
    snapshots: {
      list: () => orSilent(() => bridge.snapshots.list()),
      make: (reason) => orSilent(() => bridge.snapshots.make(reason)),
      read: (name) => orSilent(() => bridge.snapshots.read(name)),
    },
    library: libraryOver(bridge.library),
    info: () => orSilent(() => bridge.info()),
    space: () => orSilent(() => bridge.space()),
    saveFile: (file) => orSilent(() => bridge.saveFile(file)),
    openFiles: (accept, limits) => orSilent(() => bridge.openFiles(accept, limits)),
    readHandedFile: (path) => orSilent(() => bridge.readHandedFile(path)),
    print: (paper) => orSilent(() => bridge.print(paper)),
    printToPdf: (paper) => orSilent(() => bridge.printToPdf(paper)),
    revealFolder: (folder) => orSilent(() => bridge.revealFolder(folder)),
    onCommand: (listener) => commands.add(listener),
    onFilesHanded: handedFiles(bridge),
    onLeaving: (listener) =>
      bridge.onLeaving(() => void listener().then((saved) => orSilent(() => bridge.leave(saved)))),
  } satisfies Host;
};
