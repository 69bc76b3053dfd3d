import { foundIn, type Found } from './plain';

const DATE = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/;
/** A line that is a date and no more, brackets and dashes aside. */
const ALONE = /^[—–―\-（(\s]*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日[）)\s]*$/;
const MEETING = /代表大会|人大|会议|^[（(][^，。]*[）)]$/;

/** The day a report was given: a line of the head that names the meeting, or stands alone. ISO 8601. */
export function findDate(head: readonly string[]): Found<string> | null {
  for (const text of head) {
    const match = DATE.exec(text);
    if (match === null || /[，。]/.test(text) || !(MEETING.test(text) || ALONE.test(text))) continue;
    const [words, year = '', month = '', day = ''] = match;
    if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) continue;
    return foundIn(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, words);
  }
  return null;
}
