export type * from './matrix';
export { buildMatrix, filled, matrixPlaces, type MatrixChoice, type MatrixLibrary } from './build-matrix';
export { missingYears } from './columns';
export { companionsOf } from './companions';
export { figure, inUnit, valueText } from './figures';
