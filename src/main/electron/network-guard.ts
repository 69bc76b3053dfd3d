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
  // No name resolves at all, and no proxy is asked or looked for: even a part of Chromium that asks for none of the
  // above stays silent.
  ['host-resolver-rules', 'MAP * ^NOTFOUND'],
  ['no-proxy-server'],
];

/** Switches of a command line that would open the program to others; a package does without them (S-11). */
const REFUSED: readonly string[] = ['remote-debugging-port', 'remote-debugging-pipe', 'proxy-server'];

/** Turns off what Chromium does on its own (S-26). Must run before Electron is ready. */
export const silenceChromium = (): void => {
  if (app.isPackaged) REFUSED.forEach((name) => app.commandLine.removeSwitch(name));
  SWITCHES.forEach(([name, value]) => app.commandLine.appendSwitch(name, value));
};

/** Bytes of the page itself, made or held in memory: no request leaves the process for these. */
const isInMemory = (address: string): boolean =>
  address.startsWith('data:') || (address.startsWith('blob:') && isOwn(address.slice('blob:'.length)));

/** The one right the page has: to write text to the clipboard, as 复制 does. Reading it stays denied. */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

const guardPermissions = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, decide, { isMainFrame, requestingUrl }) =>
    decide(GRANTED.has(permission) && isMainFrame && isOwn(requestingUrl)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => GRANTED.has(permission) && isOwn(origin),
  );
  session.setDevicePermissionHandler(() => false);
};

/** Denies every permission but one and stops every request but the page's own, and counts them (S-7, S-26). */
export const guardSession = (session: Session): (() => RequestCount) => {
  let own = 0;
  let stopped = 0;
  guardPermissions(session);
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
