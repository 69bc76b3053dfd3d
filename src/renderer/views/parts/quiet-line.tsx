import { useEffect, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useApp, useNotes, useStoreOf } from '../../state/app';
import { createQuietLines } from '../../state/quiet-lines';
import './quiet-line.css';

/** Shows what can be done in a view, in one line; gone for good once a sentence was opened or noted from it. */
export function QuietLine({
  view,
  children,
}: {
  readonly view: string;
  readonly children: string;
}): ReactNode {
  const { navigation } = useApp();
  const store = useStoreOf(createQuietLines);
  const known = useStore(store, (state) => state.known.includes(view));
  const noting = useNotes((state) => state.writing !== null);
  useEffect(() => {
    if (noting) store.getState().done(view);
  }, [noting, store, view]);
  useEffect(
    () =>
      navigation.subscribe(({ destination, place }, before) => {
        const opened = place.view === 'reader' && destination !== null && before.place.view === view;
        if (opened) store.getState().done(view);
      }),
    [navigation, store, view],
  );
  return known ? null : <p className="quiet-line">{children}</p>;
}
