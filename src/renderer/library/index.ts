export { BUNDLED_TEXTS } from './bundled';
export { subjectOf } from './facts';
export type { Kept, Relations, ReportFacts } from './facts';
export { joinTexts } from './joined-texts';
export { createKeptShelf } from './kept-shelf';
export { createOwnTexts, type OwnTexts } from './own-texts';
export { createReadingSource } from './reading-source';
export type { StatedAnswer } from './report-protocol';
export type { Source } from './source';
