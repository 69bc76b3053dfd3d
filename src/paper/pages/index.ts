export { Bench, measuresOf, readHeights, type BenchHeights } from './bench';
export { makeFlow, type Cluster, type Flow, type Item } from './flow';
export { pack, type Measures, type PrintedPage } from './pack';
export { pageRule } from './paper-style';
export { SheetPages } from './pages';
