declare module 'word-extractor' {
  interface WordDocument {
    getBody(options?: { filterUnicode?: boolean }): string;
    getFootnotes(options?: { filterUnicode?: boolean }): string;
    getEndnotes(options?: { filterUnicode?: boolean }): string;
  }
  /** Reads the text of Word documents from 97 on. */
  export default class WordExtractor {
    extract(source: Uint8Array): Promise<WordDocument>;
  }
}

declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  /** What the library looks for beside itself before it starts a worker of its own. */
  export const WorkerMessageHandler: unknown;
}
