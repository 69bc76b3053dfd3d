export function appWindow(
  folder: string,
  address: string,
  env?: NodeJS.ProcessEnv,
): { readonly args: readonly string[]; readonly env: NodeJS.ProcessEnv };
