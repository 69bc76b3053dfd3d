import { useLayoutEffect } from 'react';
import type { Command } from '../../../shared/host';
import { useWhole, type App } from '../../state/app';

const findEverywhere = ({ navigation, search }: App): void => {
  navigation.getState().go({ view: 'search' });
  search.getState().requestFocus();
};

/**
 * F3 and Shift+F3 walk through what was last searched, over reports: in 搜索 from row to row, in 阅读 from place
 * to place. While the find bar is open they belong to it.
 */
const walk = ({ navigation, search }: App, by: 1 | -1): void => {
  const { place, finding } = navigation.getState();
  if ((place.view !== 'search' && place.view !== 'reader') || finding > 0) return;
  const spot = search.getState().step(by);
  if (spot && place.view === 'reader') navigation.getState().openReport(spot.report, spot.range);
};

/** What each command does; the menu of the shell and the keys below both end here. */
const PERFORM: Readonly<Record<Command, (app: App) => void>> = {
  'find-in-report': (app) => {
    const navigation = app.navigation.getState();
    if (navigation.place.view === 'reader') navigation.requestFind();
    else findEverywhere(app);
  },
  'find-everywhere': findEverywhere,
  print: ({ navigation }) => navigation.getState().open('print'),
  shelf: ({ navigation }) => navigation.getState().go({ view: 'shelf' }),
  settings: ({ navigation }) => navigation.getState().go({ view: 'settings' }),
};

const commandOf = (event: KeyboardEvent): Command | null => {
  if (event.isComposing || !(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'f') return event.shiftKey ? 'find-everywhere' : 'find-in-report';
  if (key === 'p' && !event.shiftKey) return 'print';
  return null;
};

/** Listens for keys and for the shell's menu, from the first paint on: what comes early is done when it can be. */
export const useShortcuts = (): void => {
  const whole = useWhole();
  // Before the paint and not after it, or a key pressed at the first sight of the shelf would be lost.
  useLayoutEffect(() => {
    const listening = new AbortController();
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commandOf(event);
      if (!command && event.key !== 'F3') return;
      event.preventDefault();
      void whole.then((app) => (command ? PERFORM[command](app) : walk(app, event.shiftKey ? -1 : 1)));
    };
    window.addEventListener('keydown', onKeyDown, { signal: listening.signal });
    void whole.then((app) => {
      if (listening.signal.aborted) return;
      listening.signal.addEventListener(
        'abort',
        app.host.onCommand((command) => PERFORM[command](app)),
      );
    });
    return () => listening.abort();
  }, [whole]);
};
