import { getDocumentProxy } from 'unpdf';

/** One page of a PDF as a machine reads it. */
export interface PdfPage {
  /** Width and height in points. */
  readonly size: readonly [number, number];
  /** All characters in reading order, without white space. */
  readonly text: string;
}

const bare = (text: string): string => text.replace(/\s/g, '');

/** The pages of a PDF. */
export const readPdf = async (bytes: Uint8Array): Promise<readonly PdfPage[]> => {
  // pdf.js takes the memory it is given for itself.
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1);
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str : '')).join('');
      return { size: [right - left, top - bottom], text: bare(text) } as const;
    }),
  );
};

/**
 * Names of the fonts of a PDF and whether the file holds each one itself. Chromium writes the objects that tell
 * so in plain text.
 */
export const pdfFonts = (
  bytes: Uint8Array,
): readonly { readonly name: string; readonly embedded: boolean }[] => {
  const file = new TextDecoder('latin1').decode(bytes);
  return [...file.matchAll(/<<\/Type \/FontDescriptor[^]*?>>/g)].map(([object]) => ({
    name: /\/FontName \/(?:[A-Z]{6}\+)?([^\s/>]+)/.exec(object)?.[1] ?? '',
    embedded: /\/FontFile[23]? \d+ 0 R/.test(object),
  }));
};
