import type { FileToSave, OpenedFile, SaveOutcome } from '../../shared/host';

/** A download URL must outlive the click; the browser copies the bytes well within this. Milliseconds. */
const URL_LIFE = 60_000;

/** Hands a file to the browser, which puts it into its download folder and never overwrites. */
export const download = ({ name, mime, bytes }: FileToSave): SaveOutcome => {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), URL_LIFE);
  return { saved: true, path: null };
};

const read = async (file: File): Promise<OpenedFile> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

/** Lets a person choose files; an empty list when they cancel. */
export const pickFiles = (accept: readonly string[]): Promise<readonly OpenedFile[]> =>
  new Promise((resolve, reject) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = accept.join(',');
    input.addEventListener('cancel', () => resolve([]), { once: true });
    input.addEventListener('change', () => {
      Promise.all([...(input.files ?? [])].map(read)).then(resolve, reject);
    });
    input.click();
  });
