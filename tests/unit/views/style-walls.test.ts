import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COLOURS, TINTS } from '../../../src/shared/report';

const LAYER = /^@layer (tokens|base|frame|parts|paper|views) \{/;
/** Style sheets of fonts and of the order itself have no rules that could be overruled. */
const WITHOUT_RULES = ['fonts.css', 'layers.css'];
/** What a view says about the page it is printed on reaches the frame around it. */
const BEYOND_ITS_VIEW = ['print-page.css'];

/** Every style sheet of src with its text. */
const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css'))
  .map((path): readonly [path: string, text: string] => [path, readFileSync(join('src', path), 'utf8')]);

const rules = sheets.filter(([path]) => !WITHOUT_RULES.includes(basename(path)));

const paths = (some: typeof sheets): readonly string[] => some.map(([path]) => path);

describe('the walls between style sheets', () => {
  it('stand in a layer each, so that the order of loading decides nothing', () => {
    expect(rules.length).toBeGreaterThan(40);
    expect(paths(rules.filter(([, text]) => !LAYER.test(text)))).toEqual([]);
  });

  it('keep what a view says inside that view', () => {
    const open = rules.filter(
      ([path, text]) =>
        text.startsWith('@layer views') &&
        !BEYOND_ITS_VIEW.includes(basename(path)) &&
        !/^@layer views \{\s*@scope \(\[data-view='[a-z]+'\]\)/.test(text),
    );
    expect(paths(open)).toEqual([]);
  });

  it('give every view of a folder the scope of its folder', () => {
    const strangers = rules.filter(([path, text]) => {
      const scope = /@scope \(\[data-view='([a-z]+)'\]\)/.exec(text)?.[1];
      return scope !== undefined && !path.includes(`/views/${scope}/`);
    });
    expect(paths(strangers)).toEqual([]);
  });

  it('name a colour in the tokens only', () => {
    const coloured = sheets.filter(
      ([path, text]) => basename(path) !== 'tokens.css' && /#[\da-f]{3,8}\b/i.test(text),
    );
    expect(paths(coloured)).toEqual([]);
  });

  it('paint highlights on the page and on paper as an export names them, and the window as the page', () => {
    const tokens = readFileSync('src/renderer/styles/tokens.css', 'utf8');
    const value = (name: string) => new RegExp(`--${name}: (#[0-9a-f]+);`).exec(tokens)?.[1];
    expect(COLOURS.map((_, index) => value(`hl-${index + 1}`))).toEqual(
      COLOURS.map((colour) => TINTS[colour]),
    );
    const window = readFileSync('src/main/electron/window.ts', 'utf8');
    expect(/backgroundColor: '(#\w+)'/.exec(window)?.[1]?.toLowerCase()).toBe(value('paper'));
  });

  it('are short enough to be read', () => {
    expect(paths(sheets.filter(([, text]) => text.split('\n').length > 301))).toEqual([]);
  });
});
