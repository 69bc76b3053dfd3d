export { extractObservations } from './extract';
export { statedObservations, withCorrections } from './correction/correct';
export { INDICATORS, canonicalName, indicatorNamed } from './indicator/lookup';
export { buildSeries, endYear } from './series/series';
export { commonUnit } from './unit/common';
export { withImplausible } from './doubt/caveats';
export { findDoubts, withDoubts } from './doubt/doubt';
export { judgeTogether } from './doubt/judged';
