export { Bench, measuresOf, readHeights } from './bench';
export { makeFlow, type Flow } from './flow';
export { pack, type Measures, type PrintedPage } from './pack';
export { pageRule } from './paper-style';
export { SheetPages } from './pages';
