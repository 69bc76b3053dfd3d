export { findDivision, liesIn } from './find';
export { kinOf, neighboursOf } from './kin';
