import { parseReport } from '../../shared/parse';
import { shortName, type CatalogEntry } from '../../shared/report';
import { buildSeries, extractObservations, judgeTogether, withCorrections } from '../../shared/figures';
import { traceCommitments } from '../../shared/commitments';
import { readIndex, sealIndex } from './kept-index';
import type { Answer, Ask, Volume } from './volume';

/** Reports as parsed, before they were held against each other, in the order they were opened. */
const opened = new Map<string, { readonly entry: CatalogEntry; readonly volume: Volume }>();

/**
 * This program's own file name tells its content (`volume.worker-BL59JsPh.js`), and the content is the rules: an index
 * made by any other build is made again. A development server gives no such name; nothing is kept there.
 */
const rules = /-[\w-]{8,}\.js$/.test(self.location.pathname) ? self.location.pathname : null;

/** What the catalog knows of a report goes before what its text says. */
const open = async ({ entry, raw, kept }: Ask & { kind: 'open' }): Promise<Answer> => {
  const { id, place, year, genre, title } = entry;
  const report = parseReport({ id, raw }, { place, year, genre, title });
  const known = rules && kept ? await readIndex(kept, report, { rules, entry }) : null;
  const read = known ?? extractObservations(report);
  const volume = { report, observations: withCorrections(report, read) };
  opened.set(id, { entry, volume });
  const made = rules && !known ? await sealIndex(read, { rules, entry }) : null;
  return { kind: 'opened', volume, made };
};

/** Holds the reports against each other: values that cannot both be right, and indicators over the years. */
const relate = (): Answer => {
  const volumes = [...opened.values()].map(({ volume }) => volume);
  const nameOf = (id: string): string => {
    const entry = opened.get(id)?.entry;
    return entry ? shortName(entry) : id;
  };
  const { volumes: judged, doubts } = judgeTogether(volumes, nameOf);
  return {
    kind: 'related',
    relations: {
      volumes: judged,
      series: buildSeries(judged.map(({ observations }) => observations)),
      commitments: traceCommitments(judged),
      doubts,
    },
  };
};

const tell = (answer: Answer): void => self.postMessage(answer);

let turn: Promise<void> = Promise.resolve();

/** Parses and indexes reports off the main thread; answers come in the order of the questions. */
self.onmessage = ({ data }: MessageEvent<Ask>) => {
  turn = turn.then(async () => tell(data.kind === 'open' ? await open(data) : relate()));
  // A rejected promise tells the page nothing; an error does.
  turn.catch((error: unknown) => reportError(error));
};

tell({ kind: 'started' });
