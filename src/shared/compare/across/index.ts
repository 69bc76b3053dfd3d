export * from './across';
export * from './stated';
