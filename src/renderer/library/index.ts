export { createWorkerCorpus } from './worker-corpus';
export type { Relations, Volume } from './volume';
