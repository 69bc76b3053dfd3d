import type { Result } from '../../../shared/fault';
import type { AskOptions, Found } from '../../workers/search-protocol';
import type { Searchable } from '../../workers/search-client';

export type { Searchable } from '../../workers/search-client';
export type { AskOptions, Found } from '../../workers/search-protocol';

/** Who answers a query: the search worker in the reader, the core itself in tests. */
export interface SearchEngine {
  /** Gives what is searched from now on, in place of what was before; answers how many of it are still to come. */
  load(reports: readonly Searchable[]): Promise<number>;
  /** Calls back when more of it has come. */
  subscribe(listener: () => void): void;
  /** Makes ready for a question that is likely to come. */
  warm(): void;
  /** Everything that answers the query, counted, and the wanted page of its hits. */
  search(query: string, options: AskOptions): Promise<Result<Found>>;
}

/** The code of a question that a newer one from another part of the window has overtaken. */
const SUPERSEDED = 'search-superseded';

/** Asks again where a question of another part of the window overtook this one, while its answer is wanted. */
export const askUntilAnswered = async (
  ask: () => Promise<Result<Found>>,
  isWanted: () => boolean,
): Promise<Result<Found>> => {
  for (;;) {
    const found = await ask();
    if (found.ok || found.fault.code !== SUPERSEDED || !isWanted()) return found;
  }
};

/**
 * Asks one question at a time. Of the questions that come meanwhile only the newest is asked, so a fast typist
 * never waits for answers nobody will read.
 */
export const newestOnly = <Question>(ask: (question: Question) => Promise<void>) => {
  let waiting: { readonly question: Question } | null = null;
  let running = false;
  const drain = async (): Promise<void> => {
    running = true;
    try {
      while (waiting) {
        const { question } = waiting;
        waiting = null;
        await ask(question);
      }
    } finally {
      running = false;
    }
  };
  return (question: Question): void => {
    waiting = { question };
    if (!running) void drain();
  };
};
