export type * from './matrix';
export { buildMatrix, type MatrixLibrary } from './build-matrix';
export { missingYears } from './columns';
export { companionsOf } from './companions';
export { valueText } from './figures';
