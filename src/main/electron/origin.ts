/** The page's address inside Electron; it never changes, because the fast copy of the notes belongs to it. */
export const SCHEME = 'app';
export const HOST = 'duidu';
const ORIGIN = `${SCHEME}://${HOST}`;
export const START_PAGE = `${ORIGIN}/`;

/** Tells whether an address lies on the page's own origin. Compared in parts: `origin` is opaque for schemes of one's own in Node. */
export const isOwn = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${SCHEME}:` && host === HOST && username === '' && password === '';
};
