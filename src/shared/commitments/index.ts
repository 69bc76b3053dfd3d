export { traceCommitments, type Indexed } from './trace';
export { tracePledges } from './pledge/trace-pledges';
