import { parseReport } from '../../shared/parse';
import {
  buildSeries,
  extractObservations,
  findDoubts,
  traceCommitments,
  withDoubts,
  withImplausible,
} from '../../shared/structure';
import type { Ask, Answer, Volume } from './volume';

/** Reports as parsed, before they were held against each other. */
const volumes = new Map<string, Volume>();

/** What the catalog knows of a report goes before what its text says. */
const open = ({ entry, raw }: Ask & { kind: 'open' }): Answer => {
  const { id, place, year, genre, title } = entry;
  const report = parseReport({ id, raw }, { place, year, genre, title });
  const volume = { report, observations: extractObservations(report) };
  volumes.set(id, volume);
  return { kind: 'opened', id, volume };
};

/** Holds the reports against each other: values that cannot both be right, and indicators over the years. */
const relate = (): Answer => {
  const doubts = findDoubts([...volumes.values()].map(({ observations }) => observations));
  const judged = [...volumes.values()].map(({ report, observations }) => {
    const doubted = withDoubts(observations, doubts);
    return { report: withImplausible(report, doubted), observations: doubted };
  });
  return {
    kind: 'related',
    relations: {
      volumes: judged,
      series: buildSeries(judged.map(({ observations }) => observations)),
      commitments: traceCommitments(judged),
    },
  };
};

/** Parses and indexes reports off the main thread. */
self.onmessage = ({ data }: MessageEvent<Ask>) =>
  self.postMessage(data.kind === 'open' ? open(data) : relate());
