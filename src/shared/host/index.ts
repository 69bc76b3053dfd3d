export * from './calls';
export * from './host';
export * from './journal';
