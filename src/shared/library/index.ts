export { contentToForget } from './expired';
export * from './filing';
export { readReadingRecord, type ReadingRecord } from './reading-record';
export { OWN_ID } from './own-id';
export { contentOf, readRecorded, type OwnReport } from './record';
export { binOf, fits, replayLibrary, withText, type KeptReport, type KeptReports } from './replay';
export { libraryChange, placed, replaceText, shelveReport, type Shelf, type Stamp } from './shelve';
