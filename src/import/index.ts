export { importFile, offerTable, type ImportOptions } from './import-file';
