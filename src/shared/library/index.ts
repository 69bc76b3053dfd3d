export { contentOf, OWN_ID, readRecorded, type OwnReport } from './record';
export { BIN_DAYS, fits, replayLibrary, withText, type KeptReport, type KeptReports } from './replay';
