import { makeTurns } from '../yield/yield';

/** Items of a list written as JSON at a time: a few milliseconds. */
const SLICE = 200;

const isLong = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.length > SLICE;

/** The items between the brackets of a list's JSON, a little at a time. */
async function itemsOf(list: readonly unknown[]): Promise<readonly Blob[]> {
  const turn = makeTurns();
  const parts: Blob[] = [];
  for (let start = 0; start < list.length; start += SLICE) {
    const items = JSON.stringify(list.slice(start, start + SLICE)).slice(1, -1);
    parts.push(new Blob([start === 0 ? '' : ',', items]));
    await turn();
  }
  return parts;
}

/**
 * Gives what a call sends, as JSON. A list of thousands (an import) is written in slices: as one text it would hold the page
 * for half a second.
 */
export async function jsonBody(input: object | null): Promise<string | Blob> {
  const [only, ...others]: readonly (readonly [string, unknown])[] = Object.entries(input ?? {});
  if (!only || others.length > 0 || !isLong(only[1])) return JSON.stringify(input);
  const [name, list] = only;
  return new Blob([`{${JSON.stringify(name)}:[`, ...(await itemsOf(list)), ']}']);
}
