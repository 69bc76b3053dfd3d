export { extractObservations } from './extract';
export { INDICATORS, canonicalName, indicatorNamed, type Indicator } from './indicator/lookup';

/** Raised whenever the same text would give other observations; stored indexes of another version are rebuilt. */
export const INDEX_VERSION = 2;
export { higherIsBetter } from './indicator/direction';
export { buildSeries } from './series/series';
export { withImplausible } from './doubt/caveats';
export { findDoubts, withDoubts } from './doubt/doubt';
export { convert, sameDimension } from './unit/convert';
export { traceCommitments, type Indexed } from './commitment/trace';
