import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../helpers/places';

const require = createRequire(import.meta.url);
const packaging = (path: string): string => join(ROOT, 'packaging', path);
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const json = (path: string): Record<string, unknown> => JSON.parse(text(path)) as Record<string, unknown>;

interface Config {
  readonly appId: string;
  readonly electronVersion: string;
  readonly files: readonly string[];
  readonly electronFuses: Readonly<Record<string, boolean>>;
  readonly extraFiles: readonly { readonly from: string }[];
  readonly linux: { readonly executableArgs: readonly string[]; readonly mimeTypes: readonly string[] };
  readonly win: { readonly icon: string };
  readonly mac: { readonly icon: string; readonly extendInfo: Readonly<Record<string, unknown>> };
}

const config = require(packaging('builder.config.cjs')) as Config;
const SCHEMA = packaging('node_modules/app-builder-lib/scheme.json');

describe('the configuration of the packages', () => {
  it.skipIf(!existsSync(SCHEMA))(
    'is valid by the builder’s own schema (needs npm ci --prefix packaging)',
    () => {
      const ajv = new Ajv({ allErrors: true, strict: false });
      ajv.addKeyword('typeof').addKeyword('tsEnumNames');
      const valid = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);
      expect([valid(config), valid.errors]).toEqual([true, null]);
    },
  );

  it('is made by the builder that was checked, with a lock of its own (S-32)', () => {
    const own = json('packaging/package.json') as { devDependencies: Record<string, string> };
    const lock = json('packaging/package-lock.json') as { packages: Record<string, { version?: string }> };
    expect(own.devDependencies['electron-builder']).toBe('26.17.0');
    expect(lock.packages['node_modules/electron-builder']?.version).toBe('26.17.0');
    expect(json('package.json')).not.toHaveProperty(['devDependencies', 'electron-builder']);
  });

  it('packs the Electron that the tests know', () => {
    const lock = json('package-lock.json') as { packages: Record<string, { version?: string }> };
    expect(config.electronVersion).toBe(lock.packages['node_modules/electron']?.version);
  });

  it('sets every fuse by name (S-10)', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: true,
    });
  });

  it('has one identity on every desktop (F18)', () => {
    const start = text('src/main/electron/start.ts');
    expect(start).toContain(`APP_ID = '${config.appId}'`);
    expect(json('package.json')).toMatchObject({ desktopName: `${config.appId}.desktop` });
  });

  it('starts on X11 where a menu starts it (F4), takes node_modules nowhere, brings the licences', () => {
    expect(config.linux.executableArgs).toEqual(['--ozone-platform=x11']);
    expect(config.files).toEqual(expect.arrayContaining(['!**/node_modules/**', '!out/renderer/**/*.woff']));
    for (const { from } of config.extraFiles) expect(existsSync(join(ROOT, from)), from).toBe(true);
    expect(config.extraFiles).toHaveLength(3);
  });

  it('offers itself for four kinds of file and claims none', () => {
    expect(config).not.toHaveProperty('fileAssociations');
    expect(config.linux.mimeTypes).toHaveLength(4);
    expect(JSON.stringify(config.mac.extendInfo['CFBundleDocumentTypes'])).not.toMatch(
      /Owner|Default|Editor/,
    );
    const installer = text('packaging/installer.nsh');
    expect(installer.match(/insertmacro openWith/g)).toHaveLength(4);
    expect(installer).not.toMatch(/UserChoice|Classes\\\.(docx|doc|pdf|txt)/);
  });

  it('repairs on Windows what keeps the sandbox from starting, by its SID (F7); refuses old systems (F20)', () => {
    const installer = text('packaging/installer.nsh');
    expect(installer).toContain('/grant "*S-1-15-2-2:(OI)(CI)(RX)"');
    expect(installer).not.toContain('/grant:r');
    expect(installer).toContain('AtLeastWin10');
  });

  it('gives the sandbox its helper on Linux, whatever a probe as root would say (F5)', () => {
    const script = text('packaging/after-install.sh');
    expect(script).toMatch(/^chmod 4755 '\/opt\/\$\{sanitizedProductName\}\/chrome-sandbox'$/m);
    expect(script).not.toContain('unshare');
    // The builder puts words in for these and stops at any other.
    const names = [...script.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
    expect([...new Set(names)].sort()).toEqual(['executable', 'sanitizedProductName']);
  });
});

/** Width and height of a PNG, from its header. */
const pngSize = (bytes: Buffer): readonly [number, number] => {
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};

describe('the icons', () => {
  it.each([16, 24, 32, 48, 64, 128, 256, 512, 1024])('are there at %i px', (size) => {
    const bytes = readFileSync(packaging(`resources/icons/${size}x${size}.png`));
    expect(pngSize(bytes)).toEqual([size, size]);
  });

  it('are there for Windows at each of its sizes', () => {
    const bytes = readFileSync(join(ROOT, config.win.icon));
    const sizes = Array.from({ length: bytes.readUInt16LE(4) }, (_, index) => {
      const offset = bytes.readUInt32LE(6 + 16 * index + 12);
      return pngSize(bytes.subarray(offset))[0];
    });
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
  });

  it('are there for macOS up to 1024 px', () => {
    const bytes = readFileSync(join(ROOT, config.mac.icon));
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('icns');
    expect(bytes.readUInt32BE(4)).toBe(bytes.length);
    const kinds: string[] = [];
    for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at + 4))
      kinds.push(bytes.subarray(at, at + 4).toString('latin1'));
    expect(kinds).toEqual(expect.arrayContaining(['ic07', 'ic08', 'ic09', 'ic10']));
  });
});

describe('the workflow', () => {
  it('uses actions by their commit only (S-32)', () => {
    const uses = [...text('.github/workflows/desktop.yml').matchAll(/uses: (\S+)/g)].map(
      ([, action]) => action,
    );
    expect(uses.length).toBeGreaterThan(5);
    for (const action of uses) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
  });
});
