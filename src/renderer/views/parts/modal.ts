import { useEffect, useRef, type RefObject } from 'react';

/** Gives the ref of a dialog that stands over the window for as long as it is drawn. */
export const useModal = (): RefObject<HTMLDialogElement | null> => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return dialog;
};
