export { traceCommitments, type Indexed } from './trace';
