import type { Report, Role } from '../../report';
import { readWords, type Words } from './candidates';
import { takeExtent, type Extent } from './extent';
import { foldText, type FoldedText } from './folded-text';

/** What is looked at of one report, folded and cut into words. */
export interface Material {
  readonly extent: Extent;
  readonly folded: FoldedText;
  readonly words: Words;
}

/** What has been read, by report and roles: the dictionary is what tracing spends most time on. */
const known = new WeakMap<Report, Map<string, Material>>();

export function readMaterial(report: Report, roles: readonly Role[] | undefined): Material {
  const read = known.get(report) ?? new Map<string, Material>();
  known.set(report, read);
  const key = roles?.join() ?? '*';
  const material = read.get(key) ?? makeMaterial(takeExtent(report, roles));
  read.set(key, material);
  return material;
}

const makeMaterial = (extent: Extent): Material => ({
  extent,
  folded: foldExtent(extent),
  words: readWords(extent),
});

export const foldExtent = ({ report, paragraphs }: Extent): FoldedText =>
  foldText(
    report.clean,
    paragraphs.map(({ range }) => range),
  );
