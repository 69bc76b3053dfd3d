export * from './targets';
export * from './items';
