import type { ReactNode } from 'react';

/** A report as the list calls it. */
export interface ReportName {
  readonly year: number;
  /** 周口市, or 周口市 亮点 where two reports of a place share a year. */
  readonly place: string;
}

/** The report beside a row, where rows are not grouped by report. */
export function RowReport({ name }: { readonly name: ReportName | undefined }): ReactNode {
  return (
    <span className="caption">
      {name?.place} {name?.year}
    </span>
  );
}
