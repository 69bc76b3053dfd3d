export * from './calls';
export * from './host';
export * from './journal';
export * from './snapshots';
export * from './space';
