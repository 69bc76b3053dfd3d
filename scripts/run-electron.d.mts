export function runElectron(
  electron: string,
  root: string,
  options?: { readonly env?: NodeJS.ProcessEnv; readonly latest?: number },
): Promise<{ readonly code: number; readonly why: string | null }>;
