import { serveHere } from '../rpc';
import { createSegmentStore } from '../store/segment-store';
import type { SearchContract } from './search-protocol';
import { createSearchService } from './search-service';

/** A message to oneself comes after those already posted, and unlike a timer at once. */
const channel = new MessageChannel();
const turns: (() => void)[] = [];
channel.port1.onmessage = () => turns.shift()?.();

const turn = (): Promise<void> =>
  new Promise((resolve) => {
    turns.push(resolve);
    channel.port2.postMessage(null);
  });

serveHere<SearchContract>(createSearchService(turn, createSegmentStore()));
