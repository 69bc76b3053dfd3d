/**
 * Reads the quantities a report states. A sentence goes through these folders in this order (`sentence.ts` and, for the first
 * line, `clause/statement.ts` call them): token (the compact text) -> number, unit -> clause (which numbers are statements)
 * -> name (what is counted) -> measure, bound (as what); then indicator (its name in the dictionary), period, place.
 * Over a whole report follow tile and dedupe (what is laid out apart or said twice), over several series, doubt and
 * correction. Example: 增长27.5%，居全省第1位 is a growth (number/scan, measure) and a rank (number/rank) of what its clause
 * names (name/rate-rank).
 */
export { extractObservations } from './extract';
export { statedObservations, withCorrections } from './correction/correct';
export { INDICATORS, canonicalName, indicatorNamed } from './indicator/lookup';
export { withClassifications } from './series/classified';
export { buildSeries, endYear, isBareName } from './series/series';
export { commonUnit } from './unit/common';
export { withImplausible } from './doubt/caveats';
export { findDoubts } from './doubt/doubt';
export { withDoubts } from './doubt/with-doubts';
export { judgeTogether } from './doubt/judged';
