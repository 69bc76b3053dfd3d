import type { Session } from 'electron';
import { app } from 'electron';
import { isOwn } from './origin';

/** How many requests the page made: to its own origin, and elsewhere, which were all stopped. */
export interface RequestCount {
  readonly own: number;
  readonly stopped: number;
}

const SWITCHES: readonly (readonly [string, string?])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['disable-quic'],
  ['dns-prefetch-disable'],
  ['no-pings'],
  // No name resolves at all: even a part of Chromium that asks for none of the above stays silent.
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
];

/** Turns off what Chromium does on its own (S-26). Must run before Electron is ready. */
export const silenceChromium = (): void =>
  SWITCHES.forEach(([name, value]) => app.commandLine.appendSwitch(name, value));

/** Bytes of the page itself, made or held in memory: no request leaves the process for these. */
const isInMemory = (address: string): boolean =>
  address.startsWith('data:') || (address.startsWith('blob:') && isOwn(address.slice('blob:'.length)));

/** Denies every permission and stops every request but the page's own, and counts them (S-7, S-26). */
export const guardSession = (session: Session): (() => RequestCount) => {
  let own = 0;
  let stopped = 0;
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, decide) => {
    const allowed = isOwn(details.url) || isInMemory(details.url);
    if (allowed) own += 1;
    else stopped += 1;
    decide({ cancel: !allowed });
  });
  return () => ({ own, stopped });
};
