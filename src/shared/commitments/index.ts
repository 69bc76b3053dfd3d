export { traceCommitments, type Indexed } from './trace';
export { tracePledges } from './pledge/trace-pledges';
export { lifeOf, type LifeStep } from './pledge/life';
export { betweenLevels, betweenPlaces, type LevelPair } from './pledge/levels';
export { itemsOf, STEPS, stepOf, stepsOf, type PledgeItem, type StepState } from './pledge/items';
export { threadsOf, type LevelTable, type ThingLife, type Threads } from './pledge/threads';
