import { monotonicFactory } from 'ulid';
import { dataFolder } from '../main/services/data-folder';
import type { LibraryKeeper } from '../main/services/library';
import { libraryOfHolder } from '../main/services/library-line';
import { lockFolder } from '../main/services/lock';
import { closeKeeping, openKeeping } from '../main/services/open-services';
import { faultSentence, succeed, type Result } from '../shared/fault';
import { CONTENT_PIECE } from '../shared/host';
import { likenessOf, type Guess, type ImportedFile } from '../shared/import';
import {
  factsOf,
  filingOf,
  replaceText,
  replayLibrary,
  shelveReport,
  withText,
  type FilingFacts,
  type KeptReport,
  type KeptReports,
  type ReadReport,
  type Shelf,
} from '../shared/library';
import type { CatalogEntry } from '../shared/report';
import { sha256Of } from './digest';
import { bundledTexts } from './library';
import type { Settings } from './import-settings';

/** What became of one report of one file. */
export interface Shelved {
  readonly file: string;
  readonly became: 'added' | 'known' | 'asks' | 'failed';
  /** What it was recognised as, or why not and what to do. */
  readonly words: string;
}

/** What putting a report on the shelf asks of the library. */
type LibraryPart = Pick<LibraryKeeper, 'append' | 'getPiece' | 'putPiece' | 'read'>;

/** The shelf of this machine, held by this process or reached through the window. */
export interface ShelfHere {
  readonly put: (reading: ReadReport, settings: Settings) => Promise<Shelved>;
  /** Whether a window has it open, which shows what is new when it comes to the front. */
  readonly inWindow: boolean;
  readonly close: () => Promise<void>;
}

/** The library of the host as putting a report on the shelf sees it: whole contents instead of pieces. */
const shelfOver = (keeper: LibraryPart): Shelf => {
  const put = async (bytes: Uint8Array): Promise<Result<string>> => {
    const [sha256, size] = [sha256Of(bytes), bytes.length];
    for (let at = 0; at < Math.max(1, size); at += CONTENT_PIECE) {
      const data = Buffer.from(bytes.subarray(at, at + CONTENT_PIECE)).toString('base64');
      const state = await keeper.putPiece({ sha256, size, at, data });
      if (!state.ok) return state;
      if (state.value.kept) break;
    }
    return succeed(sha256);
  };
  return { append: (draft) => keeper.append(draft), put, putText: (text) => put(Buffer.from(text, 'utf8')) };
};

const BASES: Readonly<Record<Guess<unknown>['basis'], string>> = {
  text: '正文',
  document: '文档属性',
  'file-name': '文件名',
  folder: '文件夹',
  reader: '您写明的',
};

const evidenceOf = (name: string, guess: Guess<unknown> | null): string =>
  guess ? `${name}据${BASES[guess.basis]}“${guess.evidence.slice(0, 40)}”` : '';

/** Place, year and genre with the words they rest on. */
const recognised = ({ guesses }: ImportedFile, { place, year, genre }: FilingFacts): string => {
  const evidence = [evidenceOf('地区', guesses.place), evidenceOf('年份', guesses.year)]
    .filter(Boolean)
    .join('，');
  return `${place ?? '地区？'} ${String(year ?? '年份？')} ${genre}${evidence === '' ? '' : `（${evidence}）`}`;
};

/** Gives what has to be said by hand, or null where all is sure. */
const openQuestion = ({ guesses }: ImportedFile, facts: Settings['facts']): string | null => {
  const missing = [
    ...(guesses.place?.sure === true || facts.place ? [] : ['--set place=…']),
    ...(guesses.year?.sure === true || facts.year ? [] : ['--set year=…']),
  ];
  return missing.length === 0 ? null : `拿不准，没有入架；请加 ${missing.join(' ')} 再来`;
};

/** The version of a report of the same place and year: an own one, or a bundled one, which cannot be replaced. */
interface Version {
  readonly kind: 'same' | 'near';
  readonly name: string;
  readonly own: KeptReport | null;
}

const textOfOwn = async (keeper: LibraryPart, { report }: KeptReport): Promise<string> => {
  const parts: Buffer[] = [];
  for (let at = 0, size = 1; at < size;) {
    const piece = await keeper.getPiece(report.text, at);
    if (!piece.ok) return '';
    const part = Buffer.from(piece.value.data, 'base64');
    parts.push(part);
    size = piece.value.size;
    at += Math.max(1, part.length);
  }
  return Buffer.concat(parts).toString('utf8');
};

const versionOf = async (
  keeper: LibraryPart,
  reports: KeptReports,
  bundled: readonly (readonly [CatalogEntry, string])[],
  { raw, place, year }: { readonly raw: string; readonly place: string; readonly year: number },
): Promise<Version | null> => {
  const isAlike = (one: { readonly place: string; readonly year: number }): boolean =>
    one.place === place && one.year === year;
  const candidates: (readonly [string, string, KeptReport | null])[] = bundled
    .filter(([entry]) => isAlike(entry))
    .map(([entry, text]) => [entry.title, text, null]);
  for (const kept of reports.values())
    if (kept.binned === null && isAlike(kept.report))
      candidates.push([kept.report.title, await textOfOwn(keeper, kept), kept]);
  let near: Version | null = null;
  for (const [name, text, own] of candidates) {
    const { kind } = likenessOf(raw, text);
    if (kind === 'same') return { kind, name, own };
    if (kind === 'near') near ??= { kind, name, own };
  }
  return near;
};

/** The library with the way to leave it: this process's own, or that of the window that has it open. */
interface LibraryInReach {
  readonly library: LibraryPart;
  readonly inWindow: boolean;
  readonly leave: () => Promise<void>;
}

const reachLibrary = async (): Promise<Result<LibraryInReach>> => {
  const folder = dataFolder();
  const lock = await lockFolder(folder);
  if (!lock.ok) {
    const library = lock.fault.code === 'already-running' ? await libraryOfHolder(folder) : null;
    return library ? succeed({ library, inWindow: true, leave: () => Promise.resolve() }) : lock;
  }
  const opened = await openKeeping(folder, '');
  if (!opened.ok) {
    await lock.value.release();
    return opened;
  }
  const leave = async (): Promise<void> => {
    await closeKeeping(opened.value);
    await lock.value.release();
  };
  return succeed({ library: opened.value.library, inWindow: false, leave });
};

/** Opens the shelf, through the window where one has it open; fails where that says nothing, or the disk refuses. */
export async function openShelf(): Promise<Result<ShelfHere>> {
  const reached = await reachLibrary();
  if (!reached.ok) return reached;
  const { library, inWindow, leave } = reached.value;
  const shelf = shelfOver(library);
  const bundled = await bundledTexts();
  const stamp = { newId: monotonicFactory(), now: () => new Date(), writer: 'duidu import' };
  let [known, lastSeq]: readonly [KeptReports, number] = [new Map(), 0];
  /** Gives what the catalog says now; only what was added since the last look is read. */
  const look = async (): Promise<Result<KeptReports>> => {
    const read = await library.read(lastSeq);
    if (!read.ok) return read;
    known = replayLibrary(read.value, known);
    lastSeq = read.value.at(-1)?.seq ?? lastSeq;
    return succeed(known);
  };
  const put = async (reading: ReadReport, settings: Settings): Promise<Shelved> => {
    const { imported } = reading;
    const file = imported.origin.name;
    const facts = { ...factsOf(imported), ...settings.facts };
    const words = recognised(imported, facts);
    const looked = await look();
    if (!looked.ok) return { file, became: 'failed', words: faultSentence(looked.fault) };
    const reports = looked.value;
    if (withText(reports, sha256Of(imported.raw)) || bundled.some(([, text]) => text === imported.raw))
      return { file, became: 'known', words };
    const filing = filingOf(facts);
    const question = openQuestion(imported, settings.facts);
    if (!filing || question !== null)
      return { file, became: 'asks', words: `${words}；${question ?? '地区、年份或题目不成立'}` };
    const version = await versionOf(library, reports, bundled, { raw: imported.raw, ...filing });
    if (version?.kind === 'same') return { file, became: 'known', words };
    const before = settings.versions === 'replace' ? (version?.own ?? null) : null;
    if (version && settings.versions !== 'both' && !before)
      return {
        file,
        became: 'asks',
        words: `${words}；书架上有同一篇的另一个版本“${version.name}”，没有入架；请加 --both${version.own ? ' 或 --replace' : ''} 再来`,
      };
    const shelved = before
      ? await replaceText(shelf, reading, filing, { before, stamp })
      : await shelveReport(shelf, reading, filing, { kept: reports, stamp });
    return shelved.ok
      ? { file, became: 'added', words }
      : { file, became: 'failed', words: faultSentence(shelved.fault) };
  };
  return succeed({ put, inWindow, close: leave });
}
