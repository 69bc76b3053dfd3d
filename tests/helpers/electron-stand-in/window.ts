import { EventEmitter } from 'node:events';
import type { BrowserContext, Frame, Page, Request as BrowserRequest, Route } from 'playwright-core';
import { launchProfile } from '../browser';
import { toApp, toBrowser } from './address';
import { StandInEvent, app } from './app';
import type { Send } from './preload';
import { runPreload } from './preload';
import { serveRequest } from './session';

interface Options {
  readonly show?: boolean;
  readonly webPreferences: { readonly preload: string } & Readonly<Record<string, unknown>>;
}

type OpenHandler = (details: { readonly url: string }) => { readonly action: 'allow' | 'deny' };
type Printed = (done: boolean, reason: string) => void;

class NavigationEvent extends StandInEvent {
  constructor(readonly url: string) {
    super();
  }
}

class StandInContents extends EventEmitter {
  openHandler: OpenHandler | null = null;
  webRtcPolicy = 'default';
  send: Send = () => undefined;
  /** What the printer says when the page is printed. */
  printer: readonly [boolean, string] = [true, ''];
  prints = 0;
  page: Page | null = null;

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }

  print(_options: unknown, printed: Printed): void {
    this.prints += 1;
    printed(...this.printer);
  }

  async printToPDF(): Promise<Buffer> {
    if (!this.page) throw new Error('The window has no page.');
    return this.page.pdf({ preferCSSPageSize: true, printBackground: true });
  }

  /** Whether a listener keeps a frame from going somewhere. */
  prevents(url: string, top: boolean): boolean {
    const event = new NavigationEvent(url);
    if (top) this.emit('will-navigate', event);
    this.emit('will-frame-navigate', event);
    return event.defaultPrevented;
  }
}

/** Null for a pop-up that has asked for its page before it has a frame. */
const frameOf = (request: BrowserRequest): Frame | null => {
  try {
    return request.frame();
  } catch {
    return null;
  }
};

const windows: BrowserWindow[] = [];

/** Electron's window: a tab of a real Chromium whose requests, navigations and pop-ups go through the program. */
export class BrowserWindow extends EventEmitter {
  readonly webContents = new StandInContents();
  shown: boolean;
  focused = 0;
  minimized = false;
  private context: BrowserContext | null = null;
  private loading = false;
  private destroyed = false;

  constructor(readonly options: Options) {
    super();
    this.shown = options.show ?? true;
    windows.push(this);
    app.emit('web-contents-created', new StandInEvent(), this.webContents);
  }

  async loadURL(address: string): Promise<void> {
    const context = await launchProfile(app.getPath('userData'));
    const page = context.pages()[0] ?? (await context.newPage());
    this.context = context;
    this.webContents.page = page;
    this.watch(context, page);
    this.webContents.send = await runPreload(page, this.options.webPreferences.preload);
    await context.route('**/*', (route, request) => this.answer(route, request));
    this.loading = true;
    await page.goto(toBrowser(address), { waitUntil: 'commit' });
    this.loading = false;
    this.emit('ready-to-show');
  }

  private watch(context: BrowserContext, page: Page): void {
    context.on('page', (popup) => void this.decide(popup));
    page.on('close', () => void this.end());
    page.on('dialog', (dialog) => {
      const event = new StandInEvent();
      this.webContents.emit('will-prevent-unload', event);
      void (event.defaultPrevented ? dialog.accept() : dialog.dismiss());
    });
  }

  /** A stock Chromium opens the pop-up before anybody is asked; one that is denied is closed again. */
  private async decide(popup: Page): Promise<void> {
    const { action } = this.webContents.openHandler?.({ url: toApp(popup.url()) }) ?? { action: 'allow' };
    if (action === 'deny') await popup.close();
  }

  private async answer(route: Route, request: BrowserRequest): Promise<void> {
    if (request.isNavigationRequest() && !this.loading) {
      const frame = frameOf(request);
      if (frame === null || frame.page() !== this.webContents.page) return route.abort();
      const top = frame.parentFrame() === null;
      // 204: the frame stays where it is, as after preventDefault in Electron.
      if (this.webContents.prevents(toApp(request.url()), top)) return route.fulfill({ status: 204 });
    }
    await serveRequest(route, request);
  }

  private async end(): Promise<void> {
    if (this.destroyed) return;
    this.destroyed = true;
    await this.context?.close();
    this.emit('closed');
    app.emit('window-all-closed');
  }

  /** As a person closes the window: the page may ask to stay. */
  async close(): Promise<void> {
    await this.webContents.page?.close({ runBeforeUnload: true });
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  show(): void {
    this.shown = true;
  }

  focus(): void {
    this.focused += 1;
  }

  isMinimized(): boolean {
    return this.minimized;
  }

  restore(): void {
    this.minimized = false;
  }
}

/** The windows the program has made, first one first. */
export const openWindows = (): readonly BrowserWindow[] => windows.filter((window) => !window.isDestroyed());
