import * as nodeFs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Result } from '../../shared/fault';
import { fail } from '../../shared/fault';
import { cleanName, saveFile } from './files';
import { ioFault } from './io-fault';
import type { LibraryKeeper } from './library';

/** Documents a program opens to show them. Anything else might be started instead of shown. */
const SHOWN: ReadonlySet<string> = new Set(
  '.txt .md .rtf .doc .docx .wps .pdf .csv .xlsx .htm .html .mht .mhtml'.split(' '),
);

/**
 * Opens the file a report was read from in its own program: a copy under the file's own name, so that nothing a
 * person does in that program touches what the library keeps.
 */
export const openOriginal = async (
  library: Pick<LibraryKeeper, 'original'>,
  id: string,
  open: (path: string) => Promise<Result<null>>,
): Promise<Result<null>> => {
  const original = await library.original(id);
  if (!original.ok) return original;
  if (!original.value)
    return fail({
      code: 'no-original',
      subject: '原来的文件',
      reason: '这篇是粘贴来的，没有文件',
      remedy: '请在“原文”里看它的全文',
    });
  const { name, bytes } = original.value;
  try {
    const folder = await nodeFs.mkdtemp(join(tmpdir(), 'duidu-'));
    const saved = await saveFile(join(folder, cleanName(name)), bytes);
    if (!saved.ok) return saved;
    return await open(SHOWN.has(extname(saved.value).toLowerCase()) ? saved.value : folder);
  } catch (error) {
    return fail(ioFault('原来的文件', name, error));
  }
};
