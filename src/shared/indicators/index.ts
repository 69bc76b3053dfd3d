export * from './entries';
export * from './matrix-shown';
export * from './plain-matrix';
