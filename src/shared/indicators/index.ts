export * from './entries';
export * from './likely-same';
export * from './matrix-shown';
export * from './plain-matrix';
