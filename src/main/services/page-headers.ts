/** S-14: what the page may load and run, in one place for both shells. */
const POLICY: readonly string[] = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
];

/** Value of the Content-Security-Policy header. */
const CONTENT_POLICY = POLICY.join('; ');

/** Headers of every answer, page or data, on both shells. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-dns-prefetch-control': 'off',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), payment=()',
};

/** Built files carry their content's hash in the name, so they may be kept; everything else is asked for again. */
export const cacheHeader = (path: string): string =>
  /^\/assets\/[^/]+-[\w-]{8}\.\w+$/.test(path) ? 'private, max-age=31536000, immutable' : 'no-store';
