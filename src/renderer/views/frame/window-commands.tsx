import { useEffect, useState, type ReactNode } from 'react';
import { appHandlers } from '../../commands/app-commands';
import { createCommandHub } from '../../commands/hub';
import { CommandsContext, useCommandHub, useCommandKeys, useCommands } from '../../commands/use-commands';
import { useShell, useWhole } from '../../state/app';

/** Shows what no view takes over, and the commands of the shell's menu. */
function FrameCommands(): ReactNode {
  const hub = useCommandHub();
  const shell = useShell();
  const whole = useWhole();
  useCommands(appHandlers(shell, whole));
  useEffect(() => {
    const listening = new AbortController();
    void whole.then(({ host }) => {
      if (!listening.signal.aborted)
        listening.signal.addEventListener(
          'abort',
          host.onCommand((command) => hub.run(command)),
        );
    });
    return () => listening.abort();
  }, [hub, whole]);
  return null;
}

/** The window's commands: every view below may take them over while it is shown. */
export function WindowCommands({ children }: { readonly children: ReactNode }): ReactNode {
  const whole = useWhole();
  const [hub] = useState(() => createCommandHub(whole));
  useCommandKeys(hub);
  return (
    <CommandsContext value={hub}>
      <FrameCommands />
      {children}
    </CommandsContext>
  );
}
