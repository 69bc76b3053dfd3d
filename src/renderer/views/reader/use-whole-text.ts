import { useCallback, useState } from 'react';
import type { Report } from '../../../shared/report';
import { useShell } from '../../state/app';
import { useAfterPaint } from '../text/use-after-paint';

/**
 * Tells whether all of the text is set, or only what fills a window from its beginning: that is painted first, and the
 * rest follows in the next frame, as setting a long report takes longer than opening it. Where the reader is to be led
 * to a place, all of it is set at once. The second value asks for all now.
 */
export const useWholeText = (report: Report): readonly [whole: boolean, setAll: () => void] => {
  const { navigation, positions } = useShell();
  const [whole, setWhole] = useState(() => {
    const { destination, returning, finding } = navigation.getState();
    const isLed = destination?.report === report.id || returning?.report === report.id || finding > 0;
    return isLed || positions.getState().byReport[report.id] !== undefined;
  });
  const setAll = useCallback(() => setWhole(true), []);
  useAfterPaint(!whole, setAll);
  return [whole, setAll];
};
