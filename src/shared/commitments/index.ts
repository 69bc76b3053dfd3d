export { traceCommitments, type Indexed } from './trace';
export { tracePledges } from './pledge/trace-pledges';
export { lifeOf, type LifeStep } from './pledge/life';
export { betweenLevels, type LevelPair } from './pledge/levels';
