import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LibraryStore } from '../../src/renderer/state/library/library';
import { toJsonLd } from '../../src/shared/exchange';
import { faultSentence, succeed } from '../../src/shared/fault';
import type { Annotation } from '../../src/shared/report';
import { DAMAGES, damaged } from '../helpers/damage';
import { tell, times } from '../helpers/faults';
import { manyNotes } from '../helpers/many-notes';
import { fileOf, openDesk, openLibrary, type Desk } from '../unit/state/exchange-desk';

/** Files of one import, and notes in each of them. */
const FILES = 20;
const NOTES = 5;

/** Each import is cancelled so many turns of the page later than the one before; all of it takes some twenty. */
const TURNS = times(4, 1);

let library: LibraryStore;
let notes: readonly Annotation[];

beforeAll(() => {
  library = openLibrary();
  notes = manyNotes(FILES * NOTES);
});

const nameOf = (file: number): string => `同事${file}.jsonld`;

const notesOf = (file: number): readonly Annotation[] => notes.slice(file * NOTES, (file + 1) * NOTES);

/** Chooses a file and takes what is new in it; answers why not, or an empty text. */
const take = async (desk: Desk, name: string, content: string | Uint8Array): Promise<string> => {
  desk.chosen = fileOf(name, content);
  await desk.exchange.getState().choose();
  const { state } = desk.exchange.getState();
  if (state.step === 'failed') {
    desk.exchange.getState().dismiss();
    return faultSentence(state.fault);
  }
  desk.exchange.getState().accept(false);
  await desk.settled();
  return '';
};

const annotationsOf = ({ notes: store }: Desk): readonly Annotation[] =>
  store
    .getState()
    .notes.map(({ annotation }) => annotation)
    .sort((a, b) => (a.id < b.id ? -1 : 1));

describe('files of notes (R14)', () => {
  const tries = times(4, 50);

  it('one bad in twenty: it is named with the reason, nothing of it comes in, the other nineteen do', async () => {
    const lost: string[] = [];
    for (let round = 0; round < tries; round += 1) {
      const desk = await openDesk(library);
      const bad = (round * 7) % FILES;
      const kind = DAMAGES[round % DAMAGES.length] ?? 'flip';
      for (let file = 0; file < FILES; file += 1) {
        const text = toJsonLd(notesOf(file));
        // Half of a file, whatever else is wrong with it: no damage may leave it readable.
        const content =
          file === bad ? damaged(Buffer.from(text), kind, round).subarray(0, text.length / 2) : text;
        const before = desk.hash();
        const said = await take(desk, nameOf(file), content);
        if (file !== bad) continue;
        if (desk.hash() !== before) lost.push(`${kind}: notes of a bad file`);
        expect(said).toMatch(/^导入“同事\d+\.jsonld”：.+。批注没有改动/);
        expect(said).toContain(nameOf(bad));
      }
      const wanted = notes.filter((_, index) => Math.floor(index / NOTES) !== bad);
      if (JSON.stringify(annotationsOf(desk)) !== JSON.stringify(wanted))
        lost.push(`${kind}: not the nineteen`);
      desk.repository.close();
    }
    tell('R14', '1 bad file in 20', tries, lost);
  });

  it('one bad record in twenty: it is refused with its reason, the other nineteen come in', async () => {
    const lost: string[] = [];
    for (let round = 0; round < tries; round += 1) {
      const desk = await openDesk(library);
      const some = notes.slice(0, 20);
      const parsed = JSON.parse(toJsonLd(some)) as { readonly first: { readonly items: unknown[] } };
      const { items } = parsed.first;
      expect(items).toHaveLength(20);
      const bad = round % items.length;
      items[bad] = [{ type: 'Annotation' }, 7, null, { ...(items[bad] as object), target: 5 }][round % 4];
      desk.chosen = fileOf('混.jsonld', JSON.stringify(parsed));
      await desk.exchange.getState().choose();
      const { state } = desk.exchange.getState();
      if (state.step !== 'preview') throw new Error(state.step);
      expect(state.match.refused.map(({ record }) => record)).toEqual([bad + 1]);
      expect(state.match.refused[0]?.reason).toMatch(/\p{Script=Han}/u);
      desk.exchange.getState().accept(false);
      await desk.settled();
      const wanted = some.filter((_, index) => index !== bad);
      if (JSON.stringify(annotationsOf(desk)) !== JSON.stringify(wanted)) lost.push(`record ${bad}`);
      desk.repository.close();
    }
    tell('R14', '1 bad record in 20', tries, lost);
  });

  it('cancelled at any moment: nothing has changed, and the same file comes in afterwards, once', async () => {
    const lost: string[] = [];
    let [shown, cancelled] = [0, 0];
    const text = toJsonLd(notes);
    for (let round = 0; round < tries; round += 1) {
      const desk = await openDesk(library);
      await take(desk, nameOf(0), toJsonLd(notesOf(0)));
      const before = desk.hash();
      desk.chosen = fileOf('全部.jsonld', text);
      const choosing = desk.exchange.getState().choose();
      for (let turn = 0; turn < round * TURNS; turn += 1) await new Promise((resolve) => setTimeout(resolve));
      if (desk.exchange.getState().state.step === 'preview') shown += 1;
      else cancelled += 1;
      desk.exchange.getState().dismiss();
      await choosing;
      // What was not to be had in time is given up as well where it comes late.
      desk.exchange.getState().dismiss();
      expect(desk.exchange.getState().state.step).toBe('idle');
      if (desk.hash() !== before) lost.push(`cancelled after ${round} turns`);
      for (let time = 0; time < 2; time += 1) await take(desk, '全部.jsonld', text);
      if (JSON.stringify(annotationsOf(desk)) !== JSON.stringify(notes))
        lost.push(`taken after ${round} turns`);
      desk.repository.close();
    }
    tell(
      'R14',
      'import cancelled',
      tries,
      lost,
      `${cancelled} while it was read, ${shown} before it was taken`,
    );
    expect(cancelled).toBeGreaterThan(0);
  });

  it('no file chosen at all: nothing happens', async () => {
    const desk = await openDesk(library);
    const before = desk.hash();
    desk.chosen = succeed([]);
    await desk.exchange.getState().choose();
    expect([desk.exchange.getState().state.step, desk.hash()]).toEqual(['idle', before]);
    desk.repository.close();
  });
});
