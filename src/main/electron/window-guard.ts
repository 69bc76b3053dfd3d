import type { Event, WebContents } from 'electron';
import { app } from 'electron';
import { START_PAGE, isOwn } from './origin';

interface Navigation extends Event {
  readonly url: string;
}

const isStartPage = (address: string): boolean => isOwn(address) && address.split('#', 1)[0] === START_PAGE;

const stay = (event: Navigation): void => {
  if (!isStartPage(event.url)) event.preventDefault();
};

const guard = (contents: WebContents): void => {
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
};

/** Keeps every window on the start page: no navigation, no frame, no second window leads anywhere else (S-5). */
export const guardWindows = (): void => {
  app.on('web-contents-created', (_event, contents) => guard(contents));
};
