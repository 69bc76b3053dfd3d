import type { SearchReply, SearchRequest } from './search-protocol';
import { createSearchService } from './search-service';

/** A message to oneself comes after those already posted, and unlike a timer at once. */
const channel = new MessageChannel();
const tasks: (() => void)[] = [];
channel.port1.onmessage = () => tasks.shift()?.();

/** Long enough after the last answer for nobody to be typing. */
const IDLE = 1_000;
let rest: ReturnType<typeof setTimeout> | undefined;

const serve = createSearchService({
  reply: (reply: SearchReply) => self.postMessage(reply),
  later: (task) => {
    tasks.push(task);
    channel.port2.postMessage(null);
  },
  idle: (task) => {
    clearTimeout(rest);
    rest = setTimeout(task, IDLE);
  },
});

self.onmessage = ({ data }: MessageEvent<SearchRequest>) => serve(data);
