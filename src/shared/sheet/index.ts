export * from './build-sheet';
export * from './naming';
export * from './sheet';
