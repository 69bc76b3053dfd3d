import { afterAll, beforeAll, expect, it } from 'vitest';
import type {} from '../../fixtures/host-page/main';
import { buildHostPage, removeHostPage } from '../../helpers/host-page';
import type { OpenReader } from '../../helpers/reader';
import { describeOnHosts, openReader } from '../../helpers/reader';

let root: string;

beforeAll(async () => {
  root = await buildHostPage();
});

afterAll(() => removeHostPage(root));

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'none'; require-trusted-types-for 'script'";

/** Trusted Types stop some before the policy on sources is asked. */
const SCRIPT = /script-src|trusted-types/;

/** Directive that must stop each attack; anything not listed must still leave no trace. */
const STOPPED_BY: Readonly<Record<string, RegExp>> = {
  'inline script': SCRIPT,
  'script by string': SCRIPT,
  eval: SCRIPT,
  'new Function': SCRIPT,
  'timer by string': SCRIPT,
  'handler attribute': SCRIPT,
  'javascript: link': SCRIPT,
  'HTML by string': SCRIPT,
  'outside script': SCRIPT,
  'data: script': SCRIPT,
  'outside picture': /img-src/,
  'outside style': /style-src/,
  'inline style': /style-src/,
  'style attribute': /style-src/,
  'outside font': /font-src/,
  'outside frame': /frame-src/,
  'own frame': /frame-src/,
  'outside object': /object-src|trusted-types/,
  'outside fetch': /connect-src/,
  'outside socket': /connect-src/,
  'outside beacon': /connect-src/,
  'outside events': /connect-src/,
  'outside form': /form-action/,
  'other base': /base-uri/,
  'blob: worker': /script|worker/,
  'outside video': /media-src/,
};

describeOnHosts('the page', (kind) => {
  let reader: OpenReader;

  beforeAll(async () => {
    reader = await openReader(kind, { root });
    await reader.page.getByText('ready 3').waitFor();
  });

  afterAll(() => reader.close());

  it('comes with exactly the agreed policy, in a header (S-14)', async () => {
    const policy = await reader.page.evaluate(async () =>
      (await fetch('./index.html')).headers.get('content-security-policy'),
    );
    expect(policy).toBe(POLICY);
  });

  it('has nothing of Node in it, and nothing on window but its own (S-2)', async () => {
    const seen = await reader.page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const plain = new Set(Object.getOwnPropertyNames(frame.contentWindow ?? {}));
      frame.remove();
      const node = ['require', 'process', 'module', 'Buffer', 'global', '__dirname'];
      return {
        own: Object.getOwnPropertyNames(window).filter(
          (key) => !plain.has(key) && !/^(__pw|__playwright|\d+$)/.test(key),
        ),
        node: node.filter((name) => name in window),
      };
    });
    expect(seen.node).toEqual([]);
    const own = kind === 'loopback' ? [] : ['duidu'];
    expect(seen.own.sort()).toEqual([...own, 'hostPage', 'violations'].sort());
  });

  it.each(Object.entries(STOPPED_BY))('stops: %s (S-15)', async (name, directive) => {
    const blocked = await reader.page.evaluate((one) => window.hostPage.attack(one), name);
    expect(blocked.join(' ')).toMatch(directive);
  });

  it('has been tried in every listed way, ran nothing, asked nobody and is still where it was (S-25)', async () => {
    const attacks = await reader.page.evaluate(() => [...window.hostPage.attacks]);
    expect(attacks.sort()).toEqual(Object.keys(STOPPED_BY).sort());
    expect(await reader.page.evaluate(() => 'trapped' in window)).toBe(false);
    expect(new URL(reader.page.url()).pathname).toBe('/');
    expect(await reader.page.evaluate(() => document.baseURI)).toBe(reader.page.url());
  });
});
