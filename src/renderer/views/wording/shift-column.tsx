import type { ReactNode } from 'react';
import { DIRECTION_LABELS, type Shift, type StrengthQuote } from '../../../shared/compare';
import { typeset } from '../../../shared/parse';
import { rangesOverlap } from '../../../shared/report';
import { nameSection } from '../../../shared/sheet';
import { useApp } from '../../state/app';
import { sourceTags, type Source } from './columns';
import { Quoted } from './quoted';

const SIGNS: Readonly<Record<Shift['direction'], string>> = { stronger: '↑', weaker: '↓', unsure: '?' };

/** 力争……以上 → 无此二词. */
const wordsOf = (here: StrengthQuote, other: StrengthQuote): string => {
  if (here.word !== '') return here.word;
  return other.ranges.length > 1 ? '无此二词' : '无此词';
};

function Side({
  quote,
  sources,
}: {
  readonly quote: StrengthQuote;
  readonly sources: readonly Source[];
}): ReactNode {
  const { navigation } = useApp();
  const source = sources[quote.report];
  if (!source) return null;
  const { report } = source;
  const doubts = report.caveats.filter(({ range }) => rangesOverlap(range, quote.passage));
  return (
    <>
      <button
        className="wording-quote"
        onClick={() => navigation.getState().openReport(report.id, quote.passage)}
      >
        <Quoted clean={report.clean} range={quote.passage} marked={quote.ranges} />
      </button>
      <p className="caption">
        {sourceTags(sources)[quote.report]} · {typeset(nameSection(report, quote.section)) || '开头'}
      </p>
      {doubts.map(({ reason, range }) => (
        <p key={range.start} className="caption wording-doubt">
          <span className="mark doubt" aria-hidden="true" />
          {reason}
        </p>
      ))}
    </>
  );
}

/** Why the program does not say which way it goes. */
const unsureWords = ({ from, to }: Shift): string => {
  const [hedged, change] = from.word === '' ? [to, '添上'] : [from, '去掉'];
  const effects = hedged.word
    .split('……')
    .map((word) => `${change}“${word}”像${(word === '以上') === (change === '去掉') ? '减弱' : '加强'}`);
  return hedged.word.includes('左右') ? '由您判断' : `${effects.join('，')}，由您判断`;
};

/** 力度变化: one matter of which two reports speak with different force, both quotes. */
export function ShiftColumn({
  shifts,
  sources,
}: {
  readonly shifts: readonly Shift[];
  readonly sources: readonly Source[];
}): ReactNode {
  return (
    <section className="wording-column" aria-label="力度变化">
      <hr className="double-rule" />
      <header className="wording-head">
        <h2>力度变化</h2>
        <span className="wording-words">同一件事，说法变了，{shifts.length} 处</span>
        <div className="wording-line wording-years" aria-hidden="true" />
      </header>
      {shifts.length === 0 ? (
        <p className="wording-none">这几篇里没有找到同一件事说法轻重不同的地方。</p>
      ) : (
        <ul className="wording-list">
          {shifts.map((shift) => (
            <li key={`${shift.from.report}/${shift.to.passage.start}`} className="wording-item">
              <div className="wording-shift">
                <span className={`wording-sign ${shift.direction}`} aria-hidden="true">
                  {SIGNS[shift.direction]}
                </span>
                <h3 className="wording-term">
                  {wordsOf(shift.from, shift.to)} <span aria-label="变为">→</span>{' '}
                  {wordsOf(shift.to, shift.from)}
                </h3>
                <span className="wording-direction">{DIRECTION_LABELS[shift.direction]}</span>
              </div>
              <Side quote={shift.from} sources={sources} />
              <Side quote={shift.to} sources={sources} />
              {shift.direction === 'unsure' && <p className="caption">{unsureWords(shift)}</p>}
            </li>
          ))}
        </ul>
      )}
      <p className="caption wording-foot">次数按原文计，含图块里的重复；每万字次数用来比较长短不同的报告。</p>
    </section>
  );
}
