/** The four kinds of file notes go out as. */
export const FORMATS = {
  jsonld: { label: 'JSON-LD（W3C）', ending: '.jsonld', mime: 'application/ld+json' },
  markdown: { label: 'Markdown', ending: '.md', mime: 'text/markdown' },
  docx: {
    label: 'Word 文档',
    ending: '.docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  csv: { label: '表格 CSV', ending: '.csv', mime: 'text/csv' },
} as const;

export type ExchangeFormat = keyof typeof FORMATS;
