import { createContext, useContext, useEffect, useEffectEvent, useLayoutEffect } from 'react';
import type { CommandId } from '../../shared/commands';
import type { CommandHub, Handlers } from './hub';
import { leadIn } from './lead-in';

export const CommandsContext = createContext<CommandHub | null>(null);

/** Gives the hub of the window. */
export const useCommandHub = (): CommandHub => {
  const hub = useContext(CommandsContext);
  if (!hub) throw new Error('CommandsContext is missing: the frame must provide it.');
  return hub;
};

/** Takes over commands for as long as a part of the page is shown; the ids must stay the same. */
export const useCommands = (handlers: Handlers): void => {
  const hub = useCommandHub();
  const perform = useEffectEvent((id: CommandId) => handlers[id]?.());
  const ids = Object.keys(handlers).join(' ');
  useEffect(() => {
    const own = (ids ? ids.split(' ') : []) as readonly CommandId[];
    return hub.take(Object.fromEntries(own.map((id) => [id, () => perform(id)])));
  }, [hub, ids]);
};

/** Listens for the keys of all commands, from before the first paint on. */
export const useCommandKeys = (hub: CommandHub): void =>
  useLayoutEffect(() => {
    const listening = new AbortController();
    window.addEventListener('keydown', hub.onKeyDown, { signal: listening.signal });
    window.addEventListener('keydown', leadIn, { signal: listening.signal });
    return () => listening.abort();
  }, [hub]);
