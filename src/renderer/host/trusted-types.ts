/** Only the part of the Trusted Types API used here; TypeScript's DOM library does not have it yet. */
interface TrustedTypes {
  createPolicy(name: 'default', rules: { readonly createScriptURL: (url: string) => string | null }): unknown;
}

/** Null refuses, and is reported as a violation like any other. */
const ownOnly = (url: string): string | null =>
  URL.canParse(url, document.baseURI) && new URL(url, document.baseURI).origin === location.origin
    ? url
    : null;

let installed = false;

/**
 * Lets workers start from this program's own files, which `require-trusted-types-for 'script'` forbids otherwise.
 * Strings still never become HTML or code: the policy has no rule for those.
 */
export const installTrustedTypes = (): void => {
  const api = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes;
  if (installed || !api) return;
  api.createPolicy('default', { createScriptURL: ownOnly });
  installed = true;
};
