/** Gives a time in words; a time that cannot be read, as from another program's file, says so instead of failing. */
export const timeWords = (format: Intl.DateTimeFormat, iso: string): string => {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? '日期不明' : format.format(time);
};
