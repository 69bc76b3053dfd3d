import { faultSentence } from '../../../shared/fault';
import type { HandedFile, Host } from '../../../shared/host';
import type { ToastStore } from '../toast';
import type { ImportStore } from './import';
import type { OriginalFile } from '../../../shared/library';

/** Where handed files go, and where it is told that one could not be read. */
export interface HandedMeans {
  readonly host: Pick<Host, 'onFilesHanded' | 'readHandedFile'>;
  readonly imports: ImportStore;
  readonly toast: ToastStore;
}

/** Reads files that were opened with the program (打开方式, the Finder, a second start) into the import. */
export const watchHanded = ({ host, imports, toast }: HandedMeans): void => {
  const read = async (files: readonly HandedFile[]): Promise<void> => {
    const originals: OriginalFile[] = [];
    for (const { path, name } of files) {
      const file = await host.readHandedFile(path);
      if (file.ok) originals.push({ name, bytes: file.value.bytes });
      else toast.getState().show({ text: faultSentence(file.fault) });
    }
    if (originals.length > 0) await imports.getState().add(originals);
  };
  host.onFilesHanded((files) => void read(files));
};
