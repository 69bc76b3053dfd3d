import type { ReactNode } from 'react';
import { typeset } from '../../../shared/parse';
import { sectionPath, type Annotation } from '../../../shared/report';
import { useReport } from '../../state/library/use-reports';
import type { ResultRow } from './result-list';
import { RowReport, type ReportName } from './row-report';

/** A note: the reader's words, or the passage where the note is a bare highlight. */
function NoteRow({ note }: { readonly note: Annotation }): ReactNode {
  const target = note.targets[0];
  const report = useReport(target?.report ?? '');
  const path = report && target ? sectionPath(report, target.position.start) : '';
  return (
    <>
      {note.body.text ? (
        <span className="result-note">{note.body.text}</span>
      ) : (
        <span className="result-excerpt">{typeset(target?.quote.exact ?? '')}</span>
      )}
      <span className="result-section" title={path}>
        {note.body.tags.join(' · ') || path}
      </span>
      <span className="result-role">{note.body.colour}</span>
    </>
  );
}

/** Rows of 笔记: each with the report its first passage is in. */
export const noteRows = (
  notes: readonly Annotation[],
  nameOf: (report: string) => ReportName | undefined,
): readonly ResultRow[] =>
  notes.map((note) => {
    const report = note.targets[0]?.report ?? '';
    return {
      key: note.id,
      head: <RowReport name={nameOf(report)} />,
      first: false,
      last: false,
      body: <NoteRow note={note} />,
    };
  });
