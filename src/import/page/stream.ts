type Listener = (chunk?: Uint8Array) => void;

/**
 * What word-extractor needs of Node's streams, for a page, which has none: `_read` is asked for one piece after
 * another until it pushes null. Built in place of `stream` (electron.vite.config.ts).
 */
export abstract class Readable {
  readonly #listeners: Readonly<Record<string, Listener[]>> = { data: [], end: [], error: [] };
  #ended = false;

  /** Gives a promise where the piece takes time. */
  abstract _read(): unknown;

  push(piece: Uint8Array | null): boolean {
    this.#ended = piece === null;
    for (const tell of this.#listeners[piece === null ? 'end' : 'data'] ?? []) tell(piece ?? undefined);
    return true;
  }

  on(event: string, listener: Listener): this {
    this.#listeners[event]?.push(listener);
    if (event === 'end') void this.#run();
    return this;
  }

  async #run(): Promise<void> {
    try {
      // Listeners that are set in the same breath must hear the first piece.
      await Promise.resolve();
      while (!this.#ended) await this._read();
    } catch (error) {
      for (const tell of this.#listeners['error'] ?? []) (tell as (error: unknown) => void)(error);
    }
  }
}
