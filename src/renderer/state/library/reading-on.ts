/** Window heights a reader goes on after looking something up, before that counts as reading. */
const READ_ON = 2;

/** What is known of how the reader came to where the page stands. */
export interface Reading {
  /** Whether the reader came to look something up, and has not read on from there. */
  readonly lookup: boolean;
  /** Window heights read on since. */
  readonly readOn: number;
}

export const READING: Reading = { lookup: false, readOn: 0 };
export const LOOKING_UP: Reading = { lookup: true, readOn: 0 };

/**
 * Takes a scroll into account, in window heights, downward positive. Whoever reads on for two windows from a place
 * looked up is reading there; a leap (End, the scroll bar) is not reading on.
 */
export const scrolledOn = (reading: Reading, by: number): Reading => {
  if (!reading.lookup || by <= 0 || by > 1) return reading;
  const readOn = reading.readOn + by;
  return readOn >= READ_ON ? READING : { lookup: true, readOn };
};
