/**
 * Reads the quantities a report states. A sentence goes through these folders in this order (`sentence.ts` calls them):
 * token (the compact text) -> number, unit, measure, bound (what is counted, in what, as what) -> clause (which of them
 * are statements) -> name (what is counted) -> period, place (when and where) -> indicator (its name in the dictionary).
 * Over a whole report follow tile and dedupe (what is laid out apart or said twice), over several series, doubt and
 * correction. Example: 增长27.5%，居全省第1位 is a growth and a rank of what its clause names: number/ratio, number/rank, measure.
 */
export { extractObservations } from './extract';
export { statedObservations, withCorrections } from './correction/correct';
export { INDICATORS, canonicalName, indicatorNamed } from './indicator/lookup';
export { buildSeries, endYear } from './series/series';
export { commonUnit } from './unit/common';
export { withImplausible } from './doubt/caveats';
export { findDoubts, withDoubts } from './doubt/doubt';
export { judgeTogether } from './doubt/judged';
