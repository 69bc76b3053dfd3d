import { serve, type Contract, type Methods, type WorkerEnd, type WorkerScope } from '../../src/renderer/rpc';

/**
 * A worker without a thread: what is said either way is copied as to a thread and read in a turn of its own, in order,
 * and nothing is heard of it after its end.
 */
export const memoryWorker = <C extends Contract>(methods: Methods<C>): WorkerEnd => {
  let open = true;
  const later = (task: () => void): void => void setTimeout(() => open && task());
  const scope: WorkerScope = {
    onmessage: null,
    postMessage: (message) => {
      const data = structuredClone(message);
      later(() => end.onmessage?.({ data }));
    },
  };
  const end: WorkerEnd = {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    terminate: () => void (open = false),
    postMessage: (message) => {
      const data = structuredClone(message);
      later(() => scope.onmessage?.({ data }));
    },
  };
  serve(scope, methods);
  return end;
};
