export type { Contract } from './contract';
export { createPort, workerEnd, type CallProblem, type PendingCall, type Port, type WorkerEnd } from './port';
export { HandedOver, serve, serveHere, type Methods, type WorkerScope } from './serve';
