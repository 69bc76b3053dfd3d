import type { Bridge, Command, Host } from '../../shared/host';
import { appended, orSilent } from './answer';
import { libraryOver } from './library-wire';
import { makeListeners } from './listeners';

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
    print: () => orSilent(() => bridge.print()),
    printToPdf: () => orSilent(() => bridge.printToPdf()),
    revealFolder: (folder) => orSilent(() => bridge.revealFolder(folder)),
    onCommand: (listener) => commands.add(listener),
  } satisfies Host;
};
