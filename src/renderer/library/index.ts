export { createBundledSource } from './bundled';
export type { Kept, Relations, ReportFacts } from './facts';
export type { Keeper } from './reading-source';
export type { Source } from './source';
