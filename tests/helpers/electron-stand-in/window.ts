import { EventEmitter } from 'node:events';
import type { BrowserContext, Frame, Page, Request as BrowserRequest, Route } from 'playwright-core';
import { launchProfile } from '../browser';
import { toApp, toBrowser } from './address';
import { StandInEvent, app } from './app';
import type { Send } from './preload';
import { runPreload } from './preload';
import { grants, serveRequest } from './session';

interface Options {
  readonly show?: boolean;
  readonly name?: string;
  readonly windowStatePersistence?: boolean;
  readonly webPreferences: { readonly preload: string } & Readonly<Record<string, unknown>>;
}

type OpenHandler = (details: { readonly url: string }) => { readonly action: 'allow' | 'deny' };
type Printed = (done: boolean, reason: string) => void;

interface PdfOptions {
  readonly pageSize?: string;
  readonly landscape?: boolean;
  readonly printBackground?: boolean;
  readonly preferCSSPageSize?: boolean;
  readonly margins?: {
    readonly top?: number;
    readonly right?: number;
    readonly bottom?: number;
    readonly left?: number;
  };
}

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
  /** Options of the last print and of the last PDF, as the program gave them. */
  lastPrint: unknown = null;
  lastPdf: unknown = null;
  page: Page | null = null;
  crashed = false;
  /** How often the renderer was ended by the program itself. */
  forcedCrashes = 0;

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }

  isCrashed(): boolean {
    return this.crashed;
  }

  isLoadingMainFrame(): boolean {
    return this.page === null;
  }

  forcefullyCrashRenderer(): void {
    this.forcedCrashes += 1;
  }

  print(options: unknown, printed: Printed): void {
    this.prints += 1;
    this.lastPrint = options;
    printed(...this.printer);
  }

  /** With Electron's own defaults for what is not given: Letter, upright, margins of 0.4 inches. */
  async printToPDF(options: PdfOptions = {}): Promise<Buffer> {
    if (!this.page) throw new Error('The window has no page.');
    this.lastPdf = options;
    const {
      pageSize = 'Letter',
      landscape = false,
      printBackground = false,
      preferCSSPageSize = false,
    } = options;
    const { top = 0.4, right = 0.4, bottom = 0.4, left = 0.4 } = options.margins ?? {};
    const inches = { top: `${top}in`, right: `${right}in`, bottom: `${bottom}in`, left: `${left}in` };
    return this.page.pdf({ format: pageSize, landscape, printBackground, preferCSSPageSize, margin: inches });
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

/** Chromium's answer on the clipboard is the program's, not its own; for as long as the session that said it stays. */
const allowClipboard = async (page: Page): Promise<void> => {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Browser.setPermission', {
    permission: { name: 'clipboard-write', allowWithoutSanitization: false },
    setting: grants('clipboard-sanitized-write') ? 'granted' : 'denied',
    origin: toBrowser('app://duidu/').slice(0, -1),
  });
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
  /** The program itself opens a page just now: no pop-up. */
  private own = false;
  private destroyed = false;

  constructor(readonly options: Options) {
    super();
    this.shown = options.show ?? true;
    windows.push(this);
    app.emit('web-contents-created', new StandInEvent(), this.webContents);
  }

  async loadURL(address: string): Promise<void> {
    if (app.loadFails !== null) {
      this.webContents.emit('did-fail-load', new StandInEvent(), -2, app.loadFails, address);
      throw new Error(`${app.loadFails} (-2) loading '${address}'`);
    }
    this.context ??= await this.launch();
    const page = await this.freshPage(this.context);
    this.loading = true;
    await page.goto(toBrowser(address), { waitUntil: 'commit' });
    this.loading = false;
    if (app.readyToShow) this.emit('ready-to-show');
    this.webContents.emit('did-finish-load');
  }

  private async launch(): Promise<BrowserContext> {
    const context = await launchProfile(app.getPath('userData'));
    context.on('page', (popup) => void this.decide(popup));
    await context.route('**/*', (route, request) => this.answer(route, request));
    return context;
  }

  /** The page of the window; a new one after a crash, since a crashed one cannot be driven any more. */
  private async freshPage(context: BrowserContext): Promise<Page> {
    const { webContents } = this;
    if (webContents.page !== null && !webContents.crashed) return webContents.page;
    const dead = webContents.page;
    this.own = true;
    const page = (dead === null ? context.pages()[0] : null) ?? (await context.newPage());
    this.own = false;
    webContents.page = page;
    webContents.crashed = false;
    await dead?.close();
    this.watch(page);
    await allowClipboard(page);
    webContents.send = await runPreload(page, this.options.webPreferences.preload);
    return page;
  }

  private watch(page: Page): void {
    page.on('close', () => {
      if (page === this.webContents.page) void this.end();
    });
    page.on('crash', () => {
      this.webContents.crashed = true;
      this.webContents.emit('render-process-gone', new StandInEvent(), { reason: 'crashed', exitCode: 5 });
    });
    page.on('dialog', (dialog) => {
      const event = new StandInEvent();
      this.webContents.emit('will-prevent-unload', event);
      void (event.defaultPrevented ? dialog.accept() : dialog.dismiss());
    });
  }

  /** A stock Chromium opens the pop-up before anybody is asked; one that is denied is closed again. */
  private async decide(popup: Page): Promise<void> {
    if (this.own) return;
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

  /** As a person closes the window: the program may keep it, then the page may ask to stay. */
  async close(): Promise<void> {
    const event = new StandInEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) await this.webContents.page?.close({ runBeforeUnload: true });
  }

  /** Closes without asking anybody. */
  destroy(): void {
    void this.end();
  }

  isVisible(): boolean {
    return this.shown;
  }

  static getAllWindows(): readonly BrowserWindow[] {
    return openWindows();
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
