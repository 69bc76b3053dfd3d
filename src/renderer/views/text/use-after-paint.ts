import { useEffect } from 'react';

/** Runs something once the next frame is painted, as long as it is pending: what can wait does not keep the first screen. */
export const useAfterPaint = (pending: boolean, run: () => void): void => {
  useEffect(() => {
    if (!pending) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(run);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [pending, run]);
};
