export * from './assess';
export * from './resolve';
export * from './snap';
export * from './target';
export * from './note-payload';
export * from './notebook';
export * from './patched-map';
export * from './restore';
