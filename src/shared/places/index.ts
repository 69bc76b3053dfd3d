export { findDivision, liesIn } from './find';
