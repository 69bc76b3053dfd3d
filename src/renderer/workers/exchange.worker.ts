import type { ExchangeRequest } from './exchange-protocol';
import { createExchangeService } from './exchange-service';

const serve = createExchangeService((reply) =>
  self.postMessage(reply, reply.type === 'written' ? { transfer: [reply.bytes.buffer] } : {}),
);

self.onmessage = ({ data }: MessageEvent<ExchangeRequest>) => serve(data);
