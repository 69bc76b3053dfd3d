export { OWN_ID } from './own-id';
export { contentOf, readRecorded, type OwnReport } from './record';
export { fits, replayLibrary, withText, type KeptReports } from './replay';
