import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { keyHint } from '../../../shared/commands';
import type { Range, Report } from '../../../shared/report';
import { useCommands } from '../../commands/use-commands';
import { useLibrary, useShell, useStoreOf } from '../../state/app';
import {
  bookmarkAt,
  bookmarkRange,
  bookmarkWords,
  createBookmarks,
  type Bookmark,
} from '../../state/library/bookmarks';
import { shortName } from '../../state/library/library';

/** Sets a bookmark where one reads, or takes it away, and says so with the way back. */
const useToggle = (at: () => { readonly report: Report; readonly range: Range } | null) => {
  const { toast } = useShell();
  const store = useStoreOf(createBookmarks);
  const toggle = (bookmark: Bookmark): void => {
    const set = store.getState().toggle(bookmark);
    toast.getState().show({
      text: `${set ? '已加书签' : '已去掉书签'}：${bookmarkWords(bookmark).slice(0, 16)}……`,
      action: { label: '撤销', run: () => void store.getState().toggle(bookmark) },
    });
  };
  return (): void => {
    const here = at();
    if (here) toggle(bookmarkAt(here.report, here.range));
  };
};

function BookmarkRow({
  bookmark,
  report,
}: {
  readonly bookmark: Bookmark;
  readonly report: Report;
}): ReactNode {
  const { navigation, toast } = useShell();
  const { remove } = useStoreOf(createBookmarks).getState();
  const name = useLibrary(({ shelf }) => {
    const entry = shelf.find((item) => item.entry.id === bookmark.report)?.entry;
    return entry ? shortName(entry) : bookmark.report;
  });
  const words = bookmarkWords(bookmark);
  const here = bookmark.report === report.id;
  const go = (): void => {
    const range = here ? bookmarkRange(report, bookmark) : null;
    if (here && !range)
      return toast.getState().show({ text: '这一篇里已没有书签处的文字，可以去掉这个书签' });
    const { start } = bookmark;
    navigation.getState().openReport(bookmark.report, range ?? { start, end: start + bookmark.words.length });
  };
  return (
    <li className="bookmark">
      <button className="bookmark-go" onClick={go}>
        {!here && <span className="caption">{name} </span>}
        {words}
      </button>
      <button className="icon-button" aria-label={`去掉书签：${words}`} onClick={() => remove(bookmark)}>
        ×
      </button>
    </li>
  );
}

/** 书签: the reader's own places, those of this report first. */
export function Bookmarks({
  report,
  at,
}: {
  readonly report: Report;
  /** The passage the reader is at. */
  readonly at: () => { readonly report: Report; readonly range: Range } | null;
}): ReactNode {
  const list = useStore(useStoreOf(createBookmarks), (state) => state.list);
  const toggle = useToggle(at);
  useCommands({ bookmark: toggle });
  const own = list.filter((bookmark) => bookmark.report === report.id).toSorted((a, b) => a.start - b.start);
  const others = list.filter((bookmark) => bookmark.report !== report.id).toReversed();
  return (
    <section className="bookmarks" aria-label="书签">
      <p className="bookmarks-head">
        <span className="caption">书签 {list.length > 0 && list.length}</span>
        <button
          className="quiet"
          title={`在读到的这一段加书签，再按去掉（${keyHint('bookmark')}）`}
          onClick={toggle}
        >
          加在这里
        </button>
      </p>
      {list.length > 0 && (
        <ul>
          {[...own, ...others].map((bookmark) => (
            <BookmarkRow key={`${bookmark.report} ${bookmark.start}`} bookmark={bookmark} report={report} />
          ))}
        </ul>
      )}
    </section>
  );
}
