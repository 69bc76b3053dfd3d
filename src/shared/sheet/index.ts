export * from './build-sheet';
export * from './chart';
export { offerCharts, type ChartOffer } from './charts-part';
export * from './digest';
export * from './naming';
export { printReport, printedSections } from './one-report';
export * from './paper';
export * from './sheet';
export * from './table';
