export { extractObservations } from './extract';
export { INDICATORS, canonicalName, indicatorNamed, type Indicator } from './indicator/lookup';
export { INDEX_VERSION } from './version';
export { higherIsBetter } from './indicator/direction';
export { buildSeries } from './series/series';
export { withImplausible } from './doubt/caveats';
export { findDoubts, withDoubts } from './doubt/doubt';
export { convert, sameDimension } from './unit/convert';
export { traceCommitments, type Indexed } from './commitment/trace';
