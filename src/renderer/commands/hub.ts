import { COMMANDS, type CommandId, type CommandSpec } from '../../shared/commands';
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

/** So long after the program is whole, a key that came before it may still be answered. Milliseconds. */
const GRACE = 1_000;

/** What a page does with these keys by itself is better than what comes late: closing, scrolling, going through the fields. */
const AT_ONCE = /Escape|Arrow|Tab|Page/;

/** Makes the hub of a window. Keys that come before `whole`, when a text is shown but not all that serves it, wait for it. */
export const createCommandHub = (whole: Promise<unknown> | null = null): CommandHub => {
  let taken: readonly Handlers[] = [];
  let waiting: readonly (readonly CommandSpec[])[] = [];
  let early = whole !== null;
  const settle = (): void => {
    early = false;
    waiting = [];
  };
  const settled = (): unknown => setTimeout(settle, GRACE);
  void whole?.then(settled, settled);
  const run = (id: CommandId): boolean =>
    taken.some((handlers) => {
      const handler = handlers[id];
      return handler !== undefined && handler() !== false;
    });
  const answer = (): void => {
    waiting = waiting.filter((wanted) => !wanted.some(({ id }) => run(id)));
  };
  return {
    take: (handlers) => {
      taken = [handlers, ...taken];
      if (waiting.length > 0) queueMicrotask(answer);
      return () => {
        taken = taken.filter((other) => other !== handlers);
      };
    },
    run,
    onKeyDown: (event) => {
      if (event.defaultPrevented) return;
      const typing = isTyping(event.target);
      const known = byKey.get(comboOf(event) ?? '') ?? [];
      const wanted = known.filter((spec) => !typing || spec.typing);
      const done = wanted.some(({ id }) => run(id));
      const waits = !done && early && wanted.length > 0 && !AT_ONCE.test(event.key);
      if (waits) waiting = [...waiting, wanted];
      if (done || waits) event.preventDefault();
    },
  };
};
