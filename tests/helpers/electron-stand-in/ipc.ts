/** Where a call comes from, as Electron's main process sees it. */
export interface SenderFrame {
  readonly url: string;
  readonly parent: SenderFrame | null;
}

type Handler = (event: { readonly senderFrame: SenderFrame | null }, ...args: unknown[]) => unknown;

const handlers = new Map<string, Handler>();

export const ipcMain = {
  handle: (channel: string, handler: Handler): void => void handlers.set(channel, handler),
};

/** One call over IPC: both ways by structured clone, as the real one; a test may call as any frame. */
export const invokeAs = async (
  senderFrame: SenderFrame | null,
  channel: string,
  ...args: readonly unknown[]
): Promise<unknown> => {
  const handler = handlers.get(channel);
  if (!handler) throw new Error(`No handler registered for '${channel}'`);
  return structuredClone(await handler({ senderFrame }, ...(structuredClone(args) as unknown[])));
};

export const channels = (): readonly string[] => [...handlers.keys()];
