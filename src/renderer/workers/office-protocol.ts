import type { OfficeFormat } from '../../paper/office';
import type { Sheet } from '../../shared/sheet';

/** What can be asked of the worker of office files. */
export type OfficeContract = {
  /** The bytes of the whole file. */
  readonly make: {
    readonly request: { readonly sheet: Sheet; readonly format: OfficeFormat };
    readonly answer: Uint8Array<ArrayBuffer>;
  };
};
