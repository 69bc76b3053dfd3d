/** How the lines of a plot differ, in grey print too: by dash, and bars by filling. At most four. */
export const DASHES: readonly (readonly number[])[] = [[], [8, 4], [2, 4], [8, 4, 2, 4]];

/** Targets are joined by a fine dash of their own. */
export const TARGET_DASH: readonly number[] = [3, 3];

export type Fill = 'filled' | 'outlined' | 'hatched' | 'dotted';

export const FILLS: readonly Fill[] = ['filled', 'outlined', 'hatched', 'dotted'];
