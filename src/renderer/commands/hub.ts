import { COMMANDS, type CommandId, type CommandSpec } from '../../shared/commands';
import { createEarlyKeys } from './early-keys';
import { comboOf } from './keys';

/** Does a command; false where it is not its turn, so that whoever came before is asked. */
export type Handler = () => boolean | void;

export type Handlers = Readonly<Partial<Record<CommandId, Handler>>>;

/** Who does what just now. The newest is asked first: a card over the text before the text. */
export interface CommandHub {
  /** Takes over commands until the returned function is called. */
  readonly take: (handlers: Handlers) => () => void;
  /** Does a command; false where nobody does it now. */
  readonly run: (id: CommandId) => boolean;
  /** Does the command of a key, and keeps the key from the browser where it was done. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const byKey: ReadonlyMap<string, readonly CommandSpec[]> = (() => {
  const map = new Map<string, CommandSpec[]>();
  for (const spec of COMMANDS as readonly CommandSpec[])
    for (const key of spec.keys) map.set(key, [...(map.get(key) ?? []), spec]);
  return map;
})();

/** Fields whose keys write: a checkbox does not. */
const WRITES =
  'textarea, select, [contenteditable="true"], input:not([type="checkbox"], [type="radio"], [type="button"])';

const isTyping = (target: EventTarget | null): boolean =>
  target !== null && 'matches' in target && (target as Element).matches(WRITES);

/** Makes the hub of a window. A key nobody answers before the program is `whole` is offered to those who come. */
export const createCommandHub = (whole: Promise<unknown> | null = null): CommandHub => {
  const early = createEarlyKeys(whole);
  let taken: readonly Handlers[] = [];
  const run = (id: CommandId): boolean =>
    taken.some((handlers) => {
      const handler = handlers[id];
      return handler !== undefined && handler() !== false;
    });
  return {
    take: (handlers) => {
      taken = [handlers, ...taken];
      // Others who come with them are asked too.
      queueMicrotask(() => early.offer(run));
      return () => {
        taken = taken.filter((other) => other !== handlers);
      };
    },
    run,
    onKeyDown: (event) => {
      if (event.defaultPrevented) return;
      const typing = isTyping(event.target);
      const combo = comboOf(event) ?? '';
      const wanted = (byKey.get(combo) ?? []).filter((spec) => !typing || spec.typing);
      if (wanted.some(({ id }) => run(id))) event.preventDefault();
      else early.hold(combo, wanted);
    },
  };
};
