import type { ReactNode } from 'react';
import type { MetaGuesses } from '../../../shared/import';
import type { ImportItem, ReadItem } from '../../state/import/item';
import { grouped } from '../text/grouped';

/** Characters of the text's beginning, and around a word that stands further down. */
const FIRST = 420;
const AROUND = 60;

interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

interface Passage {
  readonly start: number;
  readonly end: number;
}

/** Words of the text that a place, a year or a genre rests on. */
const wordsOf = ({ place, year, genre }: MetaGuesses): readonly string[] =>
  [place, year, genre].flatMap((guess) =>
    guess?.basis === 'text' && guess.evidence ? [guess.evidence] : [],
  );

const hitsOf = (raw: string, words: readonly string[]): readonly Passage[] =>
  words
    .flatMap((word) => {
      const start = raw.indexOf(word);
      return start < 0 ? [] : [{ start, end: start + word.length }];
    })
    .sort((a, b) => a.start - b.start);

/** The beginning, and what stands around each word below it. */
const passagesOf = (raw: string, hits: readonly Passage[]): readonly Passage[] => {
  const passages: { start: number; end: number }[] = [{ start: 0, end: Math.min(FIRST, raw.length) }];
  for (const { start, end } of hits) {
    const last = passages.at(-1);
    const [from, to] = [Math.max(0, start - AROUND), Math.min(raw.length, end + AROUND)];
    if (last && from <= last.end) last.end = Math.max(last.end, to);
    else passages.push({ start: from, end: to });
  }
  return passages;
};

const piecesOf = (raw: string, { start, end }: Passage, hits: readonly Passage[]): readonly Piece[] => {
  const pieces: Piece[] = [];
  let at = start;
  for (const hit of hits.filter((one) => one.start >= start && one.end <= end)) {
    if (hit.start < at) continue;
    pieces.push({ text: raw.slice(at, hit.start), marked: false });
    pieces.push({ text: raw.slice(hit.start, hit.end), marked: true });
    at = hit.end;
  }
  return [...pieces, { text: raw.slice(at, end), marked: false }];
};

/** 依据: the page on which a report's place, year and genre were recognised, the words underlined. */
export function EvidencePage({ item }: { readonly item: ImportItem & ReadItem }): ReactNode {
  const { raw, guesses } = item.reading.imported;
  const hits = hitsOf(raw, wordsOf(guesses));
  const passages = passagesOf(raw, hits);
  return (
    <aside className="import-page" tabIndex={0} aria-label={`依据：${item.name}`}>
      <h2>{item.name}</h2>
      <p className="caption">
        {hits.length > 0 ? '画线的字是认地区、年份、性质的依据' : '正文里没有说地区和年份的字'}
        ；一篇报告按部署的那一年上架
      </p>
      {passages.map((passage, index) => {
        const cut = (passages[index + 1]?.start ?? raw.length) - passage.end;
        return (
          <div key={passage.start}>
            <p className="import-passage">
              {piecesOf(raw, passage, hits).map(({ text, marked }, at) =>
                marked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
              )}
            </p>
            {cut > 0 && (
              <p className="import-cut">
                {index + 1 < passages.length ? '中间' : '后面'} {grouped(cut)} 字略去
              </p>
            )}
          </div>
        );
      })}
    </aside>
  );
}
