import { useEffect, useState, type ReactNode } from 'react';
import { useNavigation, useShell, useToast } from '../../state/app';
import type { ToastMessage } from '../../state/toast';

const SHOWN_MS = 6000;

/** One message; it goes after six seconds, but never while a key or the mouse is on it. */
function Message({ text, action, until }: ToastMessage): ReactNode {
  const { toast } = useShell();
  const there = useNavigation(({ place }) => place.view === until);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => toast.getState().dismiss(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, toast]);
  useEffect(() => {
    if (there) toast.getState().dismiss();
  }, [there, toast]);
  return (
    <div
      className="toast"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{text}</span>
      {action && (
        <button
          className="quiet"
          onClick={() => {
            // First, or it would take away what the action itself has to say.
            toast.getState().dismiss();
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
    </div>
  );
}

/** The message at the bottom left. Each is a new one: a pointer that rested on the last holds no other. */
export function Toast(): ReactNode {
  const message = useToast((state) => state.message);
  return (
    <div role="status" aria-live="polite">
      {message && <Message key={message.serial} {...message} />}
    </div>
  );
}
