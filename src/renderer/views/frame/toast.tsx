import { useEffect, useState, type ReactNode } from 'react';
import { useShell, useToast } from '../../state/app';

const SHOWN_MS = 6000;

/** The message at the bottom left; it goes after six seconds, but never while a key or the mouse is on it. */
export function Toast(): ReactNode {
  const { toast } = useShell();
  const message = useToast((state) => state.message);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!message || held) return undefined;
    const timer = setTimeout(() => toast.getState().dismiss(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [message, held, toast]);
  return (
    <div role="status" aria-live="polite">
      {message && (
        <div
          className="toast"
          onMouseEnter={() => setHeld(true)}
          onMouseLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span>{message.text}</span>
          {message.action && (
            <button
              className="quiet"
              onClick={() => {
                message.action?.run();
                toast.getState().dismiss();
              }}
            >
              {message.action.label}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
