export * from './build-sheet';
export * from './chart';
export { offerCharts, type ChartOffer } from './charts-part';
export * from './naming';
export * from './paper';
export * from './sheet';
export * from './table';
