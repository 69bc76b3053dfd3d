import { createHash } from 'node:crypto';
import naughty from 'big-list-of-naughty-strings';
import fc from 'fast-check';
import { marked, type Token } from 'marked';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvCell, finish, readJsonLd, toCsv, toJsonLd, toMarkdown } from '../../../src/shared/exchange';
import { typeset } from '../../../src/shared/parse';
import type { Annotation } from '../../../src/shared/report';
import { anyAssessment, anyClassification, anyNote, anyStep, note, shelf } from './notes';

const NOW = '2026-11-21T00:00:00.000Z';

const readBack = (text: string) => {
  const result = finish(readJsonLd(text, { file: '批注.jsonld', shelf, now: NOW }));
  if (!result.ok) throw new Error(result.fault.reason);
  return result.value;
};

/** As a file would hold it: lone surrogates must survive UTF-8 as well. */
const throughBytes = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text));

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('JSON-LD goes out and comes back', () => {
  it('with every note as it was, and byte-equal when it goes out again (500 random lists)', () => {
    const lists = fc.uniqueArray(anyNote, { selector: ({ id }) => id, maxLength: 6 });
    fc.assert(
      fc.property(
        lists,
        fc.option(anyAssessment),
        fc.option(anyClassification),
        fc.option(anyStep),
        (notes, assessment, word, step) => {
          const sent: readonly Annotation[] = notes.map((each, index) =>
            index === 0
              ? {
                  ...each,
                  body: { ...each.body, ...(assessment ? { assessment } : {}), ...(step ? { step } : {}) },
                }
              : index === 1 && word
                ? { ...each, body: { ...each.body, classification: word } }
                : each,
          );
          const file = toJsonLd(sent);
          const back = readBack(throughBytes(file));
          expect(back.refused).toEqual([]);
          expect(back.unused).toEqual([]);
          expect(back.annotations).toEqual(sent);
          expect(digest(toJsonLd(back.annotations))).toBe(digest(file));
        },
      ),
      { numRuns: 500, seed: 6 },
    );
  });

  it('with every naughty string as words, as a tag and as a report’s file name', () => {
    const notes = naughty.map((text, index) =>
      note(
        { text, tags: [text, `前${text}后`] },
        {
          id: `01J${String(index).padStart(23, '0')}`,
          targets: [{ ...note().targets[0]!, report: text || '无名' }],
        },
      ),
    );
    const file = toJsonLd(notes);
    const back = readBack(throughBytes(file));
    expect(back.refused).toEqual([]);
    expect(back.annotations).toEqual(notes);
    expect(toJsonLd(back.annotations)).toBe(file);
    expect(naughty.length).toBeGreaterThan(400);
  });
});

const FORMULA = /^['"\s]*$|^[^\t\r\0=+\-@＝＋－＠]/;

describe('CSV', () => {
  const cellsOf = (text: string): readonly (readonly string[])[] =>
    Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { newline: '\r\n' }).data;

  /** What the docstring of csvCell tells who reads the file again. */
  const unguard = (cell: string): string => cell.replace(/^'/, '');

  it('keeps every naughty string as a cell, byte by byte', () => {
    const back = naughty.map((text) => unguard(cellsOf(`${csvCell(text)},"后"`)[0]![0]!));
    expect(back).toEqual(naughty);
  });

  it.each(['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠'])(
    'opens no formula that begins with %j (S-23)',
    (sign) => {
      for (const before of ['', ' ', '\n', '　', '\u00a0', ' \n '])
        for (const rest of ["cmd|' /C calc'!A0", 'SUM(1,2)', '1', '']) {
          const cell = cellsOf(csvCell(before + sign + rest))[0]![0]!;
          expect(cell.startsWith("'"), JSON.stringify(cell)).toBe(true);
          expect(unguard(cell)).toBe(before + sign + rest);
        }
    },
  );

  it('holds for any text: it comes back, and never begins as a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cell = cellsOf(`${csvCell(text)},"后"`)[0]![0]!;
        expect(unguard(cell)).toBe(text);
        if (!cell.startsWith("'")) expect(cell.trimStart()).toMatch(FORMULA);
      }),
      { numRuns: 1000, seed: 6 },
    );
  });

  it('has a byte order mark, a head row and one row a passage, whatever the note says', () => {
    const file = toCsv(naughty.map((text, index) => note({ text }, { id: `n${index}` })));
    expect(file.startsWith('\uFEFF"报告"')).toBe(true);
    const rows = cellsOf(file);
    expect(rows.filter((row) => row.length === 13)).toHaveLength(naughty.length + 1);
    expect(rows.slice(1, -1).map((row) => unguard(row[5]!))).toEqual(naughty);
  });

  it('keeps every naughty string as note, tag, file name, quote and sentence, whatever it begins with', () => {
    const begun = [
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\0',
      '＝',
      '＋',
      '－',
      '＠',
      "'",
      "''",
      ' =',
      '\n@',
      '"=',
      '\u00a0-',
    ];
    const words = [...naughty, ...begun.flatMap((sign) => [sign, `${sign}1+1|cmd`])].filter(Boolean);
    const file = toCsv(
      words.map((text, index) => {
        const sentence = { text: `前${text}后`, start: 0 };
        const quote = { exact: text, prefix: '', suffix: '' };
        const position = { start: 1, end: 1 + text.length };
        const target = { ...note().targets[0]!, report: text, quote, sentence, position };
        return note({ text, tags: [text] }, { id: `n${index}`, targets: [target] });
      }),
    );
    const rows = cellsOf(throughBytes(file)).slice(1, -1);
    expect(rows).toHaveLength(words.length);
    for (const [index, text] of words.entries()) {
      const cells = rows[index]!;
      // A half of a pair is no UTF-8.
      const lone = text.replace(/\p{Surrogate}/gu, '\uFFFD');
      const shown = typeset(`前${lone}后`);
      expect(
        [0, 5, 7].map((column) => unguard(cells[column]!)),
        JSON.stringify(text),
      ).toEqual([lone, lone, lone]);
      // Quote and sentence are the report's words as 整理 shows them.
      expect([3, 4].map((column) => unguard(cells[column]!))).toEqual([shown.slice(1, -1), shown]);
      for (const cell of cells) if (!cell.startsWith("'")) expect(cell.trimStart()).toMatch(FORMULA);
    }
  });
});

/** What a Markdown program would make of a file, all tokens in a row. */
const tokensOf = (file: string): readonly Token[] => {
  const tokens: Token[] = [];
  void marked.walkTokens(marked.lexer(file), (token) => void tokens.push(token));
  return tokens;
};

/** What a person reads of a token. */
const wordsOf = (token: Token): string => {
  const inner = 'tokens' in token ? (token.tokens ?? []) : [];
  if (inner.length > 0) return inner.map(wordsOf).join('');
  const words = 'text' in token ? String(token.text) : token.raw;
  return words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
};

const HOSTILE = [
  '[a](javascript:alert(1))',
  '[a]( java\nscript:x)',
  '[a](<javascript:x>)',
  '[a](java&#115;cript:x)',
  '[a][b]\n\n[b]: data:text/html,x',
  '[b]: <vbscript:x>\n\n[b]',
  '![](http://x/p.png)',
  '![a][b]\n\n[b]: http://x/p.png',
  '<img src=x onerror=alert(1)>',
  '<javascript:alert(1)>',
  '<!-- x -->',
  '> <script>x</script>',
];

describe('Markdown', () => {
  it('has no HTML, picture or script link in it for a Markdown program, whatever the note says (S-24)', () => {
    for (const text of [...naughty, ...HOSTILE]) {
      const live = tokensOf(toMarkdown([note({ text, tags: [text] })])).flatMap((token) => {
        if (token.type === 'html' || token.type === 'image') return [token.raw];
        return token.type === 'link' && !/^(https?:|mailto:)/.test(String(token['href'])) ? [token.raw] : [];
      });
      expect(live, text).toEqual([]);
    }
  });

  it('says every naughty string that is a tag or a file name as it is, but for white space', () => {
    const flat = (text: string): string => text.replace(/[\s\0\uFFFD]+/g, ' ').trim();
    for (const text of naughty.filter((each) => flat(each) !== '')) {
      const target = { ...note().targets[0]!, report: `甲${text}乙` };
      const tokens = marked.lexer(toMarkdown([note({ tags: [text] }, { targets: [target] })]));
      const heading = tokens.find((token) => token.type === 'heading' && token['depth'] === 2);
      const facts = tokens.findLast(({ type }) => type === 'paragraph');
      expect(heading, JSON.stringify(text)).toBeDefined();
      expect(flat(wordsOf(heading!)), JSON.stringify(text)).toBe(flat(`甲${text}乙`));
      expect(flat(wordsOf(facts!)), JSON.stringify(text)).toContain(flat(`标签：${text} ·`));
    }
  });

  it('keeps emphasis, lists and web links of a note', () => {
    const types = tokensOf(toMarkdown([note({ text: '**要紧**\n\n- 一\n- 二\n\n[网](https://x.cn)' })]));
    expect(types.map(({ type }) => type)).toEqual(expect.arrayContaining(['strong', 'list', 'link']));
  });
});
