declare module 'buffer' {
  /** Bytes as Node has them; in a browser the package of this name. */
  export const Buffer: { from(bytes: Uint8Array): Uint8Array };
}

declare module 'word-extractor/lib/buffer-reader.js' {
  /** Gives the library a file that is in memory. */
  export default class BufferReader {
    constructor(bytes: Uint8Array);
  }
}

declare module 'word-extractor/lib/word-ole-extractor.js' {
  import type BufferReader from 'word-extractor/lib/buffer-reader.js';

  interface WordDocument {
    getBody(options?: { filterUnicode?: boolean }): string;
    getFootnotes(options?: { filterUnicode?: boolean }): string;
    getEndnotes(options?: { filterUnicode?: boolean }): string;
  }
  /** Reads the text of Word documents from 97 on. */
  export default class WordOleExtractor {
    extract(source: BufferReader): Promise<WordDocument>;
  }
}

declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  /** What the library looks for beside itself before it starts a worker of its own. */
  export const WorkerMessageHandler: unknown;
}
