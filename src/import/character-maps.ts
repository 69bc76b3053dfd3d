/** Which of its own files pdfjs-dist asks for. */
interface Wanted {
  readonly kind: string;
  readonly filename: string;
}

/**
 * Fetches the maps of Chinese character sets that lie beside the page, and nothing else. What the library brings along
 * asks the document for its address, which a worker has not: every PDF in 宋体 that embeds no font would be empty.
 */
export const fetchedMaps = (folder: string): new () => { fetch(wanted: Wanted): Promise<Uint8Array> } =>
  class {
    async fetch({ kind, filename }: Wanted): Promise<Uint8Array> {
      if (kind !== 'cMapUrl') throw new Error(`${kind} is not used here.`);
      const answer = await fetch(new URL(filename, folder));
      if (!answer.ok) throw new Error(`${filename}: ${answer.status}`);
      return new Uint8Array(await answer.arrayBuffer());
    }
  };
