export function findBrowser(env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform): string | null;
export const QUIET_FLAGS: readonly string[];
export function sandboxFlags(): readonly string[];
