export * from './choose-host';
