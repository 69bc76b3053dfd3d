export * from './calls';
export * from './file-too-large';
export * from './host';
export * from './journal';
export * from './library';
export * from './snapshots';
export * from './space';
