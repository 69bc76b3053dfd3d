import entries from '../../../resources/reports/catalog.json';
import { fail, type Result } from '../../shared/fault';
import { sha256Of } from '../digest/sha256';
import type { Catalog, CatalogEntry } from '../../shared/report';

/**
 * The catalog is compiled into the program: what a text is checked against must not be as easy to change as the
 * text. A test holds that it is valid, so the page need not read it again.
 */
export const CATALOG = entries as Catalog;

const FOLDER = './reports';

const unreadable = (file: string, reason: string, detail: string) =>
  fail({
    code: 'report-unreadable',
    subject: file,
    reason,
    remedy: '用安装包再装一次（批注不受影响），然后点“重新检查”。',
    detail,
  });

/** Fetches one file of the bundle; a missing file is a fault that names it. Hosts let no cache keep reports. */
const fetchBytes = async (file: string): Promise<Result<ArrayBuffer>> => {
  try {
    const response = await fetch(`${FOLDER}/${file}`);
    if (!response.ok) return unreadable(file, '安装目录里没有这个文件', `HTTP ${response.status}`);
    return { ok: true, value: await response.arrayBuffer() };
  } catch (error) {
    return unreadable(file, '读不出来', String(error));
  }
};

/** The verbatim text of a bundled report, refused where its bytes are not the ones that were shipped. */
export const fetchSource = async ({ file, sha256 }: CatalogEntry): Promise<Result<string>> => {
  const bytes = await fetchBytes(file);
  if (!bytes.ok) return bytes;
  const digest = await sha256Of(bytes.value);
  if (digest !== sha256)
    return unreadable(file, '与安装时的内容不一致，可能被改动过或已损坏', `SHA-256 ${digest}`);
  return { ok: true, value: new TextDecoder().decode(bytes.value) };
};
