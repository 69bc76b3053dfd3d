export * from './compare';
export * from './comparison';
export * from './state';
export * from './wording';
export * from './many';
export * from './matrix';
export * from './across';
