import { readFile } from 'node:fs/promises';

interface NetLogEvent {
  readonly type: number;
  readonly params?: Readonly<Record<string, unknown>>;
}

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly NetLogEvent[];
}

/** What left a browser process, by its own network log (--log-net-log). */
export interface Traffic {
  /** Addresses of TCP connections tried, each once. */
  readonly connections: readonly string[];
  /** Datagrams sent, DNS among them. */
  readonly datagrams: number;
  /** Names asked of a DNS server. */
  readonly lookups: number;
}

/** A browser that had the time ends its log as JSON, one that was killed leaves it open at the last event. */
const parse = (text: string): NetLog => {
  const trimmed = text.trimEnd().replace(/,$/, '');
  try {
    return JSON.parse(trimmed) as NetLog;
  } catch {
    return JSON.parse(`${trimmed}]}`) as NetLog;
  }
};

/** Reads the log a browser has written. */
export const readTraffic = async (path: string): Promise<Traffic> => {
  const { constants, events } = parse(await readFile(path, 'utf8'));
  const of = (name: string): readonly NetLogEvent[] =>
    events.filter(({ type }) => type === constants.logEventTypes[name]);
  const addresses = of('TCP_CONNECT_ATTEMPT').flatMap(({ params }) =>
    typeof params?.address === 'string' ? [params.address] : [],
  );
  return {
    connections: [...new Set(addresses)],
    datagrams: of('UDP_BYTES_SENT').length,
    lookups: of('DNS_TRANSACTION').length + of('HOST_RESOLVER_MANAGER_JOB').length,
  };
};
