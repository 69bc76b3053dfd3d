export function doorOf(env: NodeJS.ProcessEnv): { readonly host: string; readonly port: number };
export function tellProgress(
  say: (line: string) => void,
): (at: { readonly transferred: number; readonly total: number | null }) => void;
export function fetchElectron(
  say: (line: string) => void,
  env?: NodeJS.ProcessEnv,
  mark?: string,
): Promise<string | null>;
