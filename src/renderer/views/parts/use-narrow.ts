import { useSyncExternalStore } from 'react';

/** As in the look: below this width or height a view takes its smallest form. */
const NARROW = '(width < 700px), (height < 480px)';

const subscribe = (onChange: () => void): (() => void) => {
  const query = matchMedia(NARROW);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
};

/** Tells whether the window is so small: one year of a matrix at a time, a strip of years upright. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
