import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importFile } from '../../../src/import';
import { faultSentence } from '../../../src/shared/fault';
import { lockedPdf } from '../../helpers/locked-pdf';
import { wordDocument, wordFile, wordParagraph } from '../../helpers/word-file';
import { bytesOf, imported, importBytes, refusal, TEXT } from './files';

const part = (text: string): Uint8Array => strToU8(text);
const wideName = (name: string): number[] => [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
const oleOf = (name: string): Uint8Array =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Array<number>(600).fill(0),
    ...wideName(name),
  ]);

/** A PDF of which the tree of pages is its own branch. */
const ringPdf = (): Uint8Array =>
  Buffer.from(
    Buffer.from(lockedPdf([TEXT], ''))
      .toString('latin1')
      .replace('/Kids [3 0 R]', '/Kids [2 0 R]'),
    'latin1',
  );

describe('what cannot be read says which, why and what to do', () => {
  test.each([
    ['nothing', 'file-empty', new Uint8Array()],
    ['white space', 'file-empty', bytesOf(' \n\n ')],
    ['a picture', 'file-picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0])],
    ['a program', 'file-program', Uint8Array.from([0x4d, 0x5a, 0x90, 0])],
    ['bytes', 'file-binary', Uint8Array.from([0x01, 0x00, 0xfe, 0x00, 0x00, 0x9c])],
    ['a few stray bytes', 'file-binary', Uint8Array.from([1, 2, 3])],
    ['no encoding', 'file-encoding', Uint8Array.from([0xff, 0x80, 0x80, 0xff, 0x20])],
    ['other words', 'file-encoding', Uint8Array.from([...bytesOf('plain latin words only '), 0xe9, 0xe8])],
    ['a presentation', 'file-presentation', zipSync({ 'ppt/presentation.xml': part('<p/>') })],
    ['an old presentation', 'file-presentation', oleOf('PowerPoint Document')],
    ['an old table', 'file-old-sheet', oleOf('Workbook')],
    ['a locked document', 'file-locked', oleOf('EncryptedPackage')],
    ['a truncated document', 'file-damaged', wordFile(wordDocument(wordParagraph('一'))).subarray(0, 400)],
    ['a truncated old document', 'file-damaged', oleOf('WordDocument')],
    ['a truncated PDF', 'file-damaged', bytesOf('%PDF-1.7\n1 0 obj\n<< /Type /Catalog')],
    [
      'an outside declaration',
      'file-doctype',
      wordFile(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${wordDocument('&e;')}`),
    ],
    ['deep XML', 'file-too-deep', wordFile(wordDocument('<w:p>'.repeat(100_000) + '</w:p>'.repeat(100_000)))],
    ['a deep page', 'file-too-deep', bytesOf(`<html><body>${'<div>'.repeat(100_000)}x`)],
    ['deep RTF', 'file-too-deep', bytesOf(`{\\rtf1 ${'{'.repeat(100_000)}x${'}'.repeat(100_000)}}`)],
    ['RTF of braces alone', 'file-empty', bytesOf(`{\\rtf1 ${'{}'.repeat(1_000)}}`)],
    ['a document without a word', 'file-empty', wordFile(wordDocument(wordParagraph(' … ')))],
    ['one endless line', 'file-too-large', new Uint8Array(24 * 2 ** 20).fill(0x61)],
    [
      'archives inside archives',
      'file-too-deep',
      zipSync({ 'a.zip': zipSync({ 'b.zip': zipSync({ 'c.txt': part('深') }) }) }),
    ],
    ['a PDF whose pages hold themselves', 'file-damaged', ringPdf()],
    ['an empty archive', 'archive-empty', zipSync({ '__MACOSX/x': part('x') })],
  ])('%s', async (_, code, bytes) => {
    expect(await refusal('a.docx', bytes)).toBe(code);
    const [outcome] = await importBytes('a.docx', bytes);
    expect(outcome?.result.ok === false ? faultSentence(outcome.result.fault) : '').toMatch(
      /^a\.docx(?: › [ab]\.zip)*：.+。.+。$/,
    );
  });

  test('an archive is measured by the bytes that come out of it', async () => {
    const bomb = zipSync({
      'a.txt': new Uint8Array(4 * 2 ** 20),
      'word/document.xml': new Uint8Array(2 ** 20),
    });
    const [outcome] = await importFile(
      { name: 'bomb.docx', bytes: bomb },
      { characterMaps: '', mostBytes: 2 ** 19 },
    );
    expect(outcome?.result.ok === false ? outcome.result.fault.code : 'read').toBe('file-too-large');
  });

  test.each([
    [
      '压缩包里的文件超过 2,000 个',
      zipSync(Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`${at}.txt`, part('一')])), {
        level: 0,
      }),
    ],
    ['解开后太大', zipSync({ 'a.txt': new Uint8Array(40 * 2 ** 20) })],
    ['文字太多', new Uint8Array(24 * 2 ** 20).fill(0x61)],
    ['文件太大', new Uint8Array(100 * 2 ** 20 + 1)],
  ])('what is too large says in what: %s', async (reason, bytes) => {
    const [outcome] = await importBytes('大.zip', bytes);
    expect(outcome?.result.ok === false ? outcome.result.fault.reason : '').toContain(reason);
  });

  test('after bad files the next good one is read', async () => {
    expect(
      (
        await imported('good.docx', wordFile(wordDocument(TEXT.split('\n').map(wordParagraph).join(''))))
      ).raw.trim(),
    ).toBe(TEXT);
  });
});

test('what a document holds besides its text is told', async () => {
  const body = wordDocument(
    `${wordParagraph('一')}<w:ins><w:r><w:t>二</w:t></w:r></w:ins><w:p><w:del><w:r><w:delText>三</w:delText></w:r></w:del></w:p><w:txbxContent>${wordParagraph('框')}</w:txbxContent>`,
  );
  const { warnings } = await imported('a.docx', wordFile(body));
  expect(warnings.join('')).toMatch(/2 处未接受的修订.*文本框/);
});
