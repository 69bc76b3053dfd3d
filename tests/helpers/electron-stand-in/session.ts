import type { Request as BrowserRequest, Route } from 'playwright-core';
import { toApp } from './address';

type Decide = (answer: { readonly cancel: boolean }) => void;
type RequestListener = (details: { readonly url: string }, decide: Decide) => void;
type Scheme = (request: Request) => Promise<Response>;
/** Who asks for a permission, as Electron tells it. */
interface Asking {
  readonly isMainFrame: boolean;
  readonly requestingUrl: string;
}

type PermissionRequest = (
  contents: unknown,
  permission: string,
  decide: (allowed: boolean) => void,
  details: Asking,
) => void;
type PermissionCheck = (contents: unknown, permission: string, origin: string) => boolean;

/** What the program has set on the session; a test reads it. */
export const settings = {
  schemes: new Map<string, Scheme>(),
  privileges: [] as { readonly scheme: string; readonly privileges: Readonly<Record<string, boolean>> }[],
  onBeforeRequest: null as RequestListener | null,
  permissionRequest: null as PermissionRequest | null,
  permissionCheck: null as PermissionCheck | null,
  devicePermission: null as (() => boolean) | null,
  spellChecker: true,
  downloadsPrevented: false,
};

export const protocol = {
  registerSchemesAsPrivileged: (schemes: typeof settings.privileges): void => {
    settings.privileges = schemes;
  },
  handle: (scheme: string, handler: Scheme): void => void settings.schemes.set(scheme, handler),
};

const defaultSession = {
  protocol,
  setPermissionRequestHandler: (handler: PermissionRequest): void => {
    settings.permissionRequest = handler;
  },
  setPermissionCheckHandler: (handler: PermissionCheck): void => {
    settings.permissionCheck = handler;
  },
  setDevicePermissionHandler: (handler: () => boolean): void => {
    settings.devicePermission = handler;
  },
  setSpellCheckerEnabled: (enabled: boolean): void => {
    settings.spellChecker = enabled;
  },
  on: (_event: 'will-download', listener: (event: { preventDefault(): void }) => void): void =>
    listener({ preventDefault: () => (settings.downloadsPrevented = true) }),
  webRequest: {
    onBeforeRequest: (listener: RequestListener): void => {
      settings.onBeforeRequest = listener;
    },
  },
};

export const session = { defaultSession };

/** Whether the program grants a permission: by its request handler and by its check handler, which Chromium both asks. */
export const grants = (
  permission: string,
  details: Asking = { isMainFrame: true, requestingUrl: 'app://duidu/' },
): boolean => {
  let granted = settings.permissionRequest === null;
  settings.permissionRequest?.(null, permission, (allowed) => (granted = allowed), details);
  const checked = settings.permissionCheck?.(null, permission, details.requestingUrl) ?? true;
  return granted && checked;
};

/** Whether the program stops a request. */
export const isStopped = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    if (settings.onBeforeRequest) settings.onBeforeRequest({ url }, ({ cancel }) => resolve(cancel));
    else resolve(false);
  });

/** Asks the program's scheme handler, as Chromium's network layer does. */
export const askScheme = async (url: string, method = 'GET'): Promise<Response> => {
  const handler = settings.schemes.get(new URL(url).protocol.slice(0, -1));
  return handler ? handler(new Request(url, { method })) : new Response(null, { status: 404 });
};

/** Serves one request of the browser through the program's request listener and scheme handler. */
export const serveRequest = async (route: Route, request: BrowserRequest): Promise<void> => {
  const url = toApp(request.url());
  if ((await isStopped(url)) || !url.startsWith('app:')) return route.abort('blockedbyclient');
  const response = await askScheme(url, request.method());
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
};
