const HOUR = 3_600_000;
/** China keeps one time, eight hours before UTC, all year round. */
const AHEAD = 8 * HOUR;

/**
 * Gives a moment as people in China read it, to the minute: 2026-11-19T08:05:00Z is 2026-11-19 16:05, wherever the file
 * is written. What is no moment stays as it is.
 */
export const beijingMinute = (iso: string): string => {
  const at = Date.parse(iso) + AHEAD;
  if (Number.isNaN(at) || Math.abs(at) > 8.64e15) return iso;
  return new Date(at).toISOString().slice(0, -8).replace('T', ' ');
};
