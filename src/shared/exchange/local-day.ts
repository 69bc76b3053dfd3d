/** Gives the day of a moment as this computer's clock has it: 2026-11-19, for names of files and dates of sheets. */
export const localDay = (time: Date): string => time.toLocaleDateString('sv-SE');
