export { importFile, type ImportOptions } from './import-file';
