import type { ReactNode } from 'react';
import type { Part, Sheet, SheetMark } from '../../shared/sheet';

/** Characters inside the squares of 改 移 缺 新; the other marks are drawn. */
const LETTERS: Partial<Readonly<Record<SheetMark, string>>> = {
  edited: '改',
  moved: '移',
  'only-left': '缺',
  'only-right': '新',
};

/** A sign of form; the word beside it says the same, so a listener is told once. */
export function Mark({ mark }: { readonly mark: SheetMark }): ReactNode {
  return <b className={`sheet-mark ${mark}`}>{LETTERS[mark]}</b>;
}

interface Entry {
  /** Parts in which the mark stands. */
  readonly parts: readonly Part['kind'][];
  readonly mark: SheetMark;
  readonly words: ReactNode;
}

const ENTRIES: readonly Entry[] = [
  { parts: ['matrix', 'charts', 'figures'], mark: 'result', words: '结果' },
  { parts: ['matrix', 'charts', 'figures'], mark: 'target', words: '目标' },
  { parts: ['matrix', 'charts', 'figures'], mark: 'doubt', words: '存疑' },
  { parts: ['lives'], mark: 'result', words: '回顾里说到' },
  { parts: ['lives'], mark: 'target', words: '部署里要走到' },
  {
    parts: ['text'],
    mark: 'edited',
    words: (
      <>
        改写：<del>左篇词</del> <ins>右篇词</ins>
      </>
    ),
  },
  { parts: ['text'], mark: 'moved', words: '换了位置' },
  { parts: ['text'], mark: 'only-left', words: '另一篇没有' },
  { parts: ['text'], mark: 'only-right', words: '只在右篇' },
];

/** Shows what the marks of the sheet mean, as far as it has them. */
export function SheetKey({ sheet }: { readonly sheet: Sheet }): ReactNode {
  const kinds: readonly Part['kind'][] = sheet.parts.map(({ kind }) => kind);
  if (sheet.footnotes.length === 0 || sheet.form === 'report') return null;
  return (
    <p className="sheet-key">
      {ENTRIES.filter(({ parts }) => parts.some((part) => kinds.includes(part))).map(({ mark, words }) => (
        <span key={mark}>
          <Mark mark={mark} />
          {words}
        </span>
      ))}
      {kinds.includes('matrix') && (
        <>
          <span className="sheet-key-rule">单位或口径变</span>
          <span>＞ 突破、超过</span>
          <span>≥ 以上</span>
        </>
      )}
      <span className="sheet-key-source">数字右上角为出处</span>
    </p>
  );
}
