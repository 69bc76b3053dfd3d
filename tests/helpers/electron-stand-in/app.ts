import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../places';

/** An event of Electron that a listener can prevent. */
export class StandInEvent {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

class StandInApp extends EventEmitter {
  isPackaged = false;
  readonly switches = new Map<string, string | undefined>();
  readonly paths = new Map<string, string>();
  readonly commandLine = {
    appendSwitch: (name: string, value?: string): void => void this.switches.set(name, value),
    hasSwitch: (name: string): boolean => this.switches.has(name),
    removeSwitch: (name: string): void => void this.switches.delete(name),
  };
  /** False plays Wayland, where the event may never come (electron#48859). */
  readyToShow = true;
  /** Chromium's word for a page that cannot be loaded; the load then rejects, as Electron's does. */
  loadFails: string | null = null;
  /** Each new start that the program has asked for. */
  readonly relaunches: { readonly args?: readonly string[]; readonly execPath?: string }[] = [];
  accelerated = true;
  userModelId = '';
  /** What this start would hand to one that runs already. */
  handedOver: unknown = null;
  name = 'stand-in';
  sandboxed = false;
  /** Folder of the program: the project, unless a test has built a page of its own. */
  root = ROOT;
  /** What `requestSingleInstanceLock` answers: false plays a second start. */
  first = true;
  private over = false;
  private readonly ends: (() => void)[] = [];

  setName(name: string): void {
    this.name = name;
  }

  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }

  getPath(name: string): string {
    return this.paths.get(name) ?? join(tmpdir(), `stand-in-${process.pid}-${name}`);
  }

  getAppPath(): string {
    return this.root;
  }

  enableSandbox(): void {
    this.sandboxed = true;
  }

  setAppUserModelId(id: string): void {
    this.userModelId = id;
  }

  disableHardwareAcceleration(): void {
    this.accelerated = false;
  }

  relaunch(options: (typeof this.relaunches)[number] = {}): void {
    this.relaunches.push(options);
  }

  /** Ends at once: no listener is asked. */
  exit(): void {
    this.end();
  }

  requestSingleInstanceLock(handedOver?: unknown): boolean {
    this.handedOver = handedOver;
    return this.first;
  }

  whenReady(): Promise<void> {
    return Promise.resolve();
  }

  quit(): void {
    const event = new StandInEvent();
    this.emit('will-quit', event);
    if (!event.defaultPrevented) this.end();
  }

  private end(): void {
    if (this.over) return;
    this.over = true;
    this.ends.forEach((end) => end());
  }

  /** Resolves once the program has quit. */
  ended(): Promise<void> {
    return this.over ? Promise.resolve() : new Promise((resolve) => this.ends.push(resolve));
  }
}

export const app = new StandInApp();
