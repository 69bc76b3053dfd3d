import { OFFICE } from '../../paper/office';
import { HandedOver, serveHere } from '../rpc';
import type { OfficeContract } from './office-protocol';

/** Makes office files of a sheet: tens of pages keep a processor busy for a second. */
serveHere<OfficeContract>({
  make: async ({ sheet, format }) => {
    const bytes = new Uint8Array(await OFFICE[format].make(sheet));
    return new HandedOver(bytes, [bytes.buffer]);
  },
});
