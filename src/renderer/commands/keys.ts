import { commandOf, type CommandId } from '../../shared/commands';

/** What of a key event tells which key was pressed; those of React and of the page alike. */
export interface KeyPress {
  readonly key: string;
  readonly keyCode: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing?: boolean;
  readonly nativeEvent?: { readonly isComposing: boolean };
}

/** Key code of a key that the input method has taken for itself; some report it after the composition has ended. */
const TAKEN_BY_INPUT_METHOD = 229;

/** Tells whether a key belongs to the input method: Enter that commits a candidate starts nothing. */
const isComposed = (press: KeyPress): boolean =>
  (press.nativeEvent ?? press).isComposing === true || press.keyCode === TAKEN_BY_INPUT_METHOD;

/** Gives the key pressed, or null where the input method has taken it. */
export const keyOf = (press: KeyPress): string | null => (isComposed(press) ? null : press.key);

/** Letters are named by their capital; a sign that needs Shift is named by itself, wherever it lies on the keyboard. */
const named = (key: string): readonly [name: string, shiftIsIn: boolean] => {
  if (/^[a-z]$/i.test(key)) return [key.toUpperCase(), false];
  return [key === '？' ? '?' : key, key.length === 1];
};

/** Gives the name of what was pressed, as commands have their keys: `Ctrl+Shift+F`; null for the input method. */
export const comboOf = (press: KeyPress): string | null => {
  if (isComposed(press)) return null;
  const [name, shiftIsIn] = named(press.key);
  return [
    ...(press.ctrlKey || press.metaKey ? ['Ctrl'] : []),
    ...(press.altKey ? ['Alt'] : []),
    ...(press.shiftKey && !shiftIsIn ? ['Shift'] : []),
    name,
  ].join('+');
};

/** Tells whether a key is one of a command's, for places that answer it themselves: the row of a table, a number in a text. */
export const isKeyOf = (press: KeyPress, id: CommandId): boolean => {
  const keys: readonly string[] = commandOf(id).keys;
  return keys.includes(comboOf(press) ?? '');
};
