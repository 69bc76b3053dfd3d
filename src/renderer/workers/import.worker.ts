import { importFile, offerTable } from '../../import';
import { differencesOf, likenessOf } from '../../shared/import';
import { serveHere } from '../rpc';
import type { ImportContract } from './import-protocol';

/** The maps of Chinese character sets lie beside the page, as the program makes no request elsewhere. */
const characterMaps = new URL('/cmaps/', self.location.href).href;

/** Reads files into source texts off the main thread; a hostile one spoils nothing but this worker. */
serveHere<ImportContract>({
  read: ({ columns, password, ...file }, { tell }) =>
    importFile(file, {
      characterMaps,
      columns,
      password,
      onPage: (page, pages) => tell({ page, pages }),
    }),
  offer: (file) => offerTable(file, { characterMaps }),
  compare: ({ one, other }) => likenessOf(one, other),
  differ: ({ one, other }) => differencesOf(one, other),
});
