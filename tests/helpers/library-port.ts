import type { LibraryKeeper } from '../../src/main/services/library';
import { libraryOver } from '../../src/renderer/host/library-wire';
import { receiptOf, type LibraryPort } from '../../src/shared/host';
import { succeed } from '../../src/shared/fault';

/** A library on disk as a page sees it, pieces and receipts and all. */
export const pageLibrary = (keeper: LibraryKeeper): LibraryPort =>
  libraryOver({
    head: () => keeper.head(),
    read: (afterSeq) => keeper.read(afterSeq),
    append: async (draft) => {
      const entry = await keeper.append(draft);
      return entry.ok ? succeed(receiptOf(entry.value)) : entry;
    },
    putPiece: (piece) => keeper.putPiece(piece),
    getPiece: (sha256, at) => keeper.getPiece(sha256, at),
    openOriginal: () => Promise.resolve(succeed(null)),
  });

const unused = (): Promise<never> => Promise.reject(new Error('the shelf is empty'));

/** A shelf without reports of one's own. */
export const emptyLibrary: LibraryPort = {
  head: unused,
  read: () => Promise.resolve(succeed([])),
  append: unused,
  put: unused,
  get: unused,
  openOriginal: unused,
};
