import { useEffect, useState, type ReactNode } from 'react';
import { Opening } from '../states/states';

type ViewComponent = () => ReactNode;

/** A view whose code comes when it is first shown, or ahead of that with `load`. */
export interface LateView {
  readonly View: ViewComponent;
  /** Fetches the code; rejects where it cannot be fetched, and may be called again then. */
  readonly load: () => Promise<ViewComponent>;
}

/**
 * Makes a view of code that comes later. React's `lazy` would hold it back: what follows a fallback of Suspense is
 * shown 300 ms after the fallback at the earliest. A view that cannot be fetched throws where it is drawn.
 */
export const lateView = (fetchView: () => Promise<ViewComponent>): LateView => {
  let known: ViewComponent | null = null;
  const load = async (): Promise<ViewComponent> => (known = await fetchView());
  function View(): ReactNode {
    const [arrived, setArrived] = useState<ViewComponent | null>(() => known);
    const [failed, setFailed] = useState<unknown>(null);
    useEffect(() => {
      if (!arrived) load().then((view) => setArrived(() => view), setFailed);
    }, [arrived]);
    if (failed !== null)
      throw failed instanceof Error ? failed : new Error('the code of a view did not load');
    const Arrived = arrived;
    return Arrived ? <Arrived /> : <Opening />;
  }
  return { View, load };
};
