export { findDivision, liesIn } from './find';
export { kinOf } from './kin';
