import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { ROOT } from '../places';

const require = createRequire(import.meta.url);

interface BuilderConfig {
  readonly files: readonly string[];
  readonly asarUnpack: readonly string[];
  readonly extraMetadata: Readonly<Record<string, unknown>>;
}

const config = require(join(ROOT, 'packaging', 'builder.config.cjs')) as BuilderConfig;

/** The archive tool of the packages, which is installed with them only: `npm ci --prefix packaging`. */
const ASAR = join(ROOT, 'packaging', 'node_modules', '@electron', 'asar');
export const hasArchiver = existsSync(ASAR);

interface Archiver {
  createPackageWithOptions(from: string, to: string, options: { readonly unpack: string }): Promise<void>;
  extractAll(archive: string, to: string): void;
  listPackage(archive: string, options: { readonly isPack: boolean }): readonly string[];
}

/** Whether a pattern of the configuration fits a path. */
const fits = (path: string, pattern: string): boolean => {
  const source = pattern
    .replace(/^!/, '')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*\*|\*/g, (stars) => ({ '**/': '(?:.*/)?', '**': '.*' })[stars] ?? '[^/]*');
  return new RegExp(`^${source}$`).test(path);
};

/** Whether the builder takes a file: the last pattern that fits it decides. */
const isPacked = (path: string): boolean =>
  config.files.reduce((taken, pattern) => (fits(path, pattern) ? !pattern.startsWith('!') : taken), false);

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll(sep, '/')}`)
    .filter((path) => statSync(join(ROOT, path)).isFile());

/** What goes into the archive, by the builder's own list. */
const packedFiles = (): readonly string[] => [...filesBelow('out'), 'package.json'].filter(isPacked);

const withoutNulls = (given: object): object =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));

/** Copies what is packed into a folder, `package.json` as the builder writes it. */
const stage = async (folder: string): Promise<readonly string[]> => {
  const files = packedFiles();
  for (const path of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await cp(join(ROOT, path), join(folder, path));
  }
  const meta = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as object;
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify(withoutNulls({ ...meta, ...config.extraMetadata, scripts: null, devDependencies: null })),
  );
  return files;
};

/** A program as a package holds it. */
export interface Packed {
  /** Folder that stands for the archive; it is named as the archive is. */
  readonly program: string;
  readonly files: readonly string[];
  /** Size of the archive and what lies in it, where the archive tool is installed. */
  readonly archive: { readonly bytes: number; readonly entries: readonly string[] } | null;
}

/** Packs the built program as the builder does and unpacks it below a folder outside the project. */
export const packProgram = async (folder: string): Promise<Packed> => {
  const staged = join(folder, 'staged');
  const program = join(folder, 'resources', 'app.asar');
  const files = await stage(staged);
  for (const path of files.filter((one) => config.asarUnpack.some((pattern) => fits(one, pattern))))
    await cp(join(staged, path), join(`${program}.unpacked`, path));
  if (!hasArchiver) {
    await cp(staged, program, { recursive: true });
    return { program, files, archive: null };
  }
  const archiver = require(ASAR) as Archiver;
  const packed = join(folder, 'packed', 'app.asar');
  await archiver.createPackageWithOptions(staged, packed, {
    unpack: join(staged, config.asarUnpack[0] ?? ''),
  });
  archiver.extractAll(packed, program);
  const entries = archiver.listPackage(packed, { isPack: true });
  return { program, files, archive: { bytes: statSync(packed).size, entries } };
};
