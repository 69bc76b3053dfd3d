import type { ReportFacts } from '../../state/library/library';
import { becameWords } from '../../state/import/list-file';
import { grouped } from '../text/grouped';
import type { Result } from './import-results';

/** What is known of reports by their ids, as far as they were looked into. */
export type Told = ReadonlyMap<string, ReportFacts>;

type Reason = readonly [fact: string, whatToDo: string];

const askedReason = ({
  facts: { place, year },
  twin,
  choice,
  reading,
}: Result & { readonly step: 'asks' }): Reason => {
  if (twin && choice === null)
    return [
      `与“${twin.name}”是同一篇的两个版本，差 ${grouped(twin.likeness.characters)} 个字。`,
      '留哪一份由您定；不定，书架不变。',
    ];
  const { guesses } = reading.imported;
  const missing = [
    place === null || guesses.place?.sure !== true ? '地区' : '',
    year === null || guesses.year?.sure !== true ? '年份' : '',
  ];
  const what = missing.filter(Boolean).join('、') || '地区、年份、题目';
  const known = [
    place && guesses.place?.sure ? `地区是${place}` : '',
    year && guesses.year?.sure ? `年份是 ${year}` : '',
  ];
  return [
    `${what}拿不准${known
      .filter(Boolean)
      .map((words) => `，${words}`)
      .join('')}。`,
    `写上${what}就能入架；现在在“待定”里，退出也不会丢。`,
  ];
};

const addedReason = (item: Result & { readonly step: 'added' }, told: Told): Reason => {
  const facts = told.get(item.id);
  const doubts = facts?.observations.filter(({ doubt }) => doubt !== null).length ?? 0;
  const counts = facts
    ? `，${grouped(facts.observations.length)} 个数，${doubts > 0 ? `存疑 ${grouped(doubts)} 处` : '没有存疑'}`
    : '';
  const notes = item.moved?.notes.length ?? 0;
  return [
    `${grouped(item.characters)} 字${counts}。`,
    notes > 0 ? `原来那篇的 ${notes} 条批注跟过来了；位置拿不准的在“笔记”里待确认。` : '',
  ];
};

/** Line one is the fact, line two what to do. */
export const reasonOf = (item: Result, told: Told): Reason => {
  switch (item.step) {
    case 'asks':
      return askedReason(item);
    case 'failed':
      return item.locked
        ? [`${item.fault.reason}。`, '写上密码，只用这一次，不保存。']
        : [`${item.fault.reason}。`, item.fault.remedy];
    case 'known':
      return [`${becameWords(item)}。`, ''];
    case 'left':
      return [`${becameWords(item)}。`, ''];
    case 'added':
      return addedReason(item, told);
  }
};
