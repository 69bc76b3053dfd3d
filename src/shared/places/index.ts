export { findDivision } from './find';
