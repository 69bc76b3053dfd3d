/** A stock Chromium knows no app:// scheme, so the stand-in shows app://HOST as https://HOST.app.test: standard and secure too. */
const SUFFIX = '.app.test';

export const toBrowser = (address: string): string => {
  const { protocol, host, pathname, search, hash } = new URL(address);
  return protocol === 'app:' ? `https://${host}${SUFFIX}${pathname}${search}${hash}` : address;
};

export const toApp = (address: string): string => {
  if (address.startsWith('blob:')) return `blob:${toApp(address.slice('blob:'.length))}`;
  if (!URL.canParse(address)) return address;
  const { protocol, host, pathname, search, hash } = new URL(address);
  if (protocol !== 'https:' || !host.endsWith(SUFFIX)) return address;
  return `app://${host.slice(0, -SUFFIX.length)}${pathname}${search}${hash}`;
};
