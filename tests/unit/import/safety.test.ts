import { strToU8, zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { wordDocument, wordFile, wordParagraph } from '../../helpers/word-file';
import { bytesOf, imported, LINES, refusal, TEXT } from './files';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const docxOf = (body: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  wordFile(wordDocument(body), more);
const good = docxOf(LINES.map(wordParagraph).join(''));

/** A PDF of one page of these words, with a script that is to run when it is opened. */
const scriptedPdf = (words: string): Uint8Array => {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (globalThis.hacked = 1; app.launchURL\\("http://127.0.0.1:9/"\\)) >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> /AA << /O << /S /JavaScript /JS (globalThis.hacked = 2) >> >> >>',
    `<< /Length ${words.length + 40} >>\nstream\nBT /F1 12 Tf 72 700 Td (${words}) Tj ET\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return bytesOf(`%PDF-1.7\n${body}trailer << /Root 1 0 R >>\n%%EOF`);
};

describe('a file from anywhere', () => {
  test('S-19: is what its content says, whatever its name', async () => {
    expect((await imported('报告.pdf', good)).origin.format).toBe('docx');
    expect((await imported('报告.docx', bytesOf(TEXT))).origin.format).toBe('text');
    expect((await imported('报告.txt', bytesOf(`<html><body><h1>${TEXT}</h1>`))).origin.format).toBe('html');
    expect((await imported('报告.doc', scriptedPdf('government work report '.repeat(9)))).origin.format).toBe(
      'pdf',
    );
  });

  test('S-17: leaves the prototypes as they were', async () => {
    const before = Reflect.ownKeys(Object.prototype);
    const names = { '__proto__/a.txt': TEXT, 'constructor.txt': TEXT, 'a/__proto__': TEXT };
    await refusal(
      '坏.zip',
      zipSync(Object.fromEntries(Object.entries(names).map(([n, t]) => [n, strToU8(t)]))),
    );
    await refusal('坏.csv', bytesOf('__proto__,年份,正文\nx,2024,constructor\n'));
    await refusal('坏.html', bytesOf('<html><body __proto__="1"><p>x</p>'));
    expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('S-20, S-21: runs no script, reads no other file, asks for no address', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    const words = 'government work report of this year '.repeat(2).trim();
    const pdf = await imported('有脚本.pdf', scriptedPdf(words));
    expect(pdf.raw.replace(/\s+/g, ' ').trim()).toBe(words);
    // As Node hands a file over.
    expect((await imported('缓冲.pdf', Buffer.from(scriptedPdf(words)))).raw).toBe(pdf.raw);
    expect(Reflect.get(globalThis, 'hacked')).toBeUndefined();
    const linked = docxOf(
      `${LINES.map(wordParagraph).join('')}<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${OFFICE}" r:link="r9"/></wp:inline></w:drawing></w:r></w:p>`,
      {
        'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r9" Type="${OFFICE}/image" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="r8" Type="${OFFICE}/attachedTemplate" Target="http://127.0.0.1:9/x.dotm" TargetMode="External"/></Relationships>`,
      },
    );
    const { raw } = await imported('外链.docx', linked);
    expect(raw.trim()).toBe(TEXT);
    const page = `<html><body><script>globalThis.hacked = 3</script><img src="http://127.0.0.1:9/i.png" onerror="globalThis.hacked = 4"><p>${TEXT}</p>`;
    expect((await imported('页.html', bytesOf(page))).raw).not.toMatch(/hacked|127\.0\.0\.1/);
    expect(Reflect.get(globalThis, 'hacked')).toBeUndefined();
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });

  test('S-18: is refused over its limits of size, entries, ratio and depth', async () => {
    expect(await refusal('大.txt', new Uint8Array(100 * 2 ** 20 + 1))).toBe('file-too-large');
    const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`${n}.txt`, new Uint8Array(0)]));
    expect(await refusal('多.zip', zipSync(many, { level: 0 }))).toBe('file-too-large');
    expect(await refusal('炸弹.zip', zipSync({ 'a.txt': new Uint8Array(40 * 2 ** 20) }))).toBe(
      'file-too-large',
    );
    const deep = docxOf('<w:p>'.repeat(300) + '</w:p>'.repeat(300));
    expect(await refusal('深.docx', deep)).toBe('file-too-deep');
    expect((await imported('好.docx', good)).raw.trim()).toBe(TEXT);
  });
});
