import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createCommandHub } from '../../../src/renderer/commands/hub';
import { comboOf, keyOf, type KeyPress } from '../../../src/renderer/commands/keys';
import { listStep, stepWithin, tableStep } from '../../../src/renderer/commands/table-keys';
import { COMMANDS, keyHint, keyWords, type CommandSpec } from '../../../src/shared/commands';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  keyCode: 0,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

const specs: readonly CommandSpec[] = COMMANDS;

describe('the commands', () => {
  it('have an id and, where they can be given at once, a key each', () => {
    expect(new Set(specs.map(({ id }) => id)).size).toBe(specs.length);
    const keys = specs.filter(({ group }) => group !== 'table').flatMap((spec) => spec.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('use keys as the keyboard names them', () => {
    const named =
      /^(Ctrl\+)?(Alt\+)?(Shift\+)?(?:[A-Z]|\d|\?|,|F\d+|Enter|Escape|Tab|Page(Up|Down)|Arrow(Left|Right|Up|Down))$/;
    expect(specs.flatMap(({ keys }) => keys).filter((key) => !named.test(key))).toEqual([]);
  });

  it('show their keys as they are written on the keyboard', () => {
    expect(keyHint('find-everywhere')).toBe('Ctrl Shift F');
    expect(keyWords('Alt+ArrowLeft')).toBe('Alt ←');
    expect(keyHint('find-selection')).toBe('');
  });
});

describe('a key', () => {
  it.each([
    [press('f', { ctrlKey: true }), 'Ctrl+F'],
    [press('F', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+F'],
    [press('z', { metaKey: true }), 'Ctrl+Z'],
    [press('?', { shiftKey: true }), '?'],
    [press('？', { shiftKey: true }), '?'],
    [press('ArrowLeft', { altKey: true }), 'Alt+ArrowLeft'],
    [press('Tab', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+Tab'],
    [press('S', { shiftKey: true }), 'Shift+S'],
  ])('is named by what was pressed', (event, combo) => {
    expect(comboOf(event)).toBe(combo);
  });

  it('belongs to the input method while that composes, and while it commits', () => {
    for (const event of [
      press('Enter', { isComposing: true }),
      press('n', { keyCode: 229 }),
      press('1', { nativeEvent: { isComposing: true } }),
    ]) {
      expect(comboOf(event)).toBeNull();
      expect(keyOf(event)).toBeNull();
      expect(tableStep(event)).toBeNull();
    }
  });
});

describe('the hub', () => {
  const event = (key: string, more: Partial<KeyPress> = {}): KeyboardEvent => {
    const made = new Event('keydown', { cancelable: true });
    Object.assign(made, press(key, more));
    return made as KeyboardEvent;
  };

  it('asks the newest first, and the one before where it is not its turn', () => {
    const hub = createCommandHub();
    const [text, card] = [vi.fn(() => true), vi.fn(() => false)];
    hub.take({ dismiss: text });
    const close = hub.take({ dismiss: card });
    expect(hub.run('dismiss')).toBe(true);
    expect([card.mock.calls.length, text.mock.calls.length]).toEqual([1, 1]);
    close();
    hub.run('dismiss');
    expect(card).toHaveBeenCalledTimes(1);
  });

  it('keeps a key from the browser only where something was done', () => {
    const hub = createCommandHub();
    const before = event('z', { ctrlKey: true });
    hub.onKeyDown(before);
    expect(before.defaultPrevented).toBe(false);
    hub.take({ undo: () => true });
    const after = event('z', { ctrlKey: true });
    hub.onKeyDown(after);
    expect(after.defaultPrevented).toBe(true);
  });

  it('does nothing of its own while the input method composes', () => {
    const hub = createCommandHub();
    const note = vi.fn();
    hub.take({ note });
    hub.onKeyDown(event('n', { isComposing: true }));
    expect(note).not.toHaveBeenCalled();
  });

  it('keeps letters that come before the program is whole, in their order, and none for long', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const hub = createCommandHub(Promise.resolve());
    const done: string[] = [];
    hub.onKeyDown(event('s'));
    hub.onKeyDown(event('n'));
    hub.take({ note: () => void done.push('n') });
    await vi.advanceTimersByTimeAsync(0);
    // What came first is done first.
    expect(done).toEqual([]);
    hub.take({ 'next-sentence': () => void done.push('s') });
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toEqual(['s', 'n']);
    hub.onKeyDown(event('s'));
    await vi.advanceTimersByTimeAsync(5_000);
    hub.onKeyDown(event('?', { shiftKey: true }));
    const late = vi.fn();
    hub.take({ 'next-sentence': late, help: late });
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toEqual(['s', 'n', 's']);
    expect(late).not.toHaveBeenCalled();
  });

  it('leaves Enter, Escape and keys with Ctrl to the page where nobody answers', async () => {
    const hub = createCommandHub(Promise.resolve());
    const presses = [event('Enter'), event('Escape'), event('p', { ctrlKey: true })];
    presses.forEach((press) => hub.onKeyDown(press));
    const late = vi.fn(() => true);
    hub.take({ print: late, dismiss: late });
    await Promise.resolve();
    expect(late).not.toHaveBeenCalled();
    expect(presses.some(({ defaultPrevented }) => defaultPrevented)).toBe(false);
  });

  it('leaves a key alone that somebody nearer has taken', () => {
    const hub = createCommandHub();
    const dismiss = vi.fn();
    hub.take({ dismiss });
    const taken = event('Escape');
    taken.preventDefault();
    hub.onKeyDown(taken);
    expect(dismiss).not.toHaveBeenCalled();
  });
});

describe('the keys of tables', () => {
  it('go to the ends of a row, and with Ctrl to the ends of the table', () => {
    expect(tableStep(press('Home'))).toEqual({ rows: 0, columns: -Infinity });
    expect(tableStep(press('End', { ctrlKey: true }))).toEqual({ rows: Infinity, columns: Infinity });
    expect(tableStep(press('ArrowDown', { altKey: true }))).toBeNull();
  });

  it('go to the first and the last row of a list', () => {
    expect([listStep(press('Home')), listStep(press('End')), listStep(press('ArrowLeft'))]).toEqual([
      -Infinity,
      Infinity,
      null,
    ]);
    expect(stepWithin(3, Infinity, 10)).toBe(9);
    expect(stepWithin(3, -Infinity, 10)).toBe(0);
  });
});
