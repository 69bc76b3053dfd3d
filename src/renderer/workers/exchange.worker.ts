import { serveHere } from '../rpc';
import type { ExchangeContract } from './exchange-protocol';
import { createExchangeService } from './exchange-service';

serveHere<ExchangeContract>(createExchangeService());
