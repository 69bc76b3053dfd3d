import { useMemo, useState } from 'react';
import { TIGHTEST, type Sheet } from '../../../shared/sheet';
import { usePages, type Paged } from './use-pages';

/** Makes a sheet ever shorter until it is one page; `make` is the same function while what is printed stays the same. */
export const useFitted = (
  make: (step: number) => Sheet,
): { readonly sheet: Sheet; readonly paged: Paged; readonly step: number } => {
  const [tried, setTried] = useState({ make, step: 0 });
  const step = tried.make === make ? tried.step : 0;
  const sheet = useMemo(() => make(step), [make, step]);
  const paged = usePages(sheet);
  const tooLong = (paged.pages?.length ?? 1) > 1 && step < TIGHTEST;
  if (tooLong) setTried({ make, step: step + 1 });
  // What is too long is not shown.
  return { sheet, paged: tooLong ? { ...paged, pages: null } : paged, step };
};
