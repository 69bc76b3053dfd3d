/** Lower-case hex SHA-256 of bytes, or of a text as UTF-8; by the engine, which both hosts and the browsers have. */
export const sha256Of = async (content: string | BufferSource): Promise<string> => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
};
