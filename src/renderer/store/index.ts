export * from './archives';
export * from './channel';
export * from './connection';
export * from './copy';
export * from './notes-repository';
