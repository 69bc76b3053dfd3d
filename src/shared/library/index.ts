export { contentOf, OWN_ID, readRecorded, type OwnReport } from './record';
export { fits, replayLibrary, withText, type KeptReports } from './replay';
