import { useMemo, type ReactNode } from 'react';
import { CITATION_LABELS, citePassages, type CitationStyle } from '../../../shared/exchange';
import { useLibrary, useSettings } from '../../state/app';
import { readyVolumes } from '../../state/library/library';
import { ChoiceRow } from '../frame/type-panel';

const STYLES = (Object.keys(CITATION_LABELS) as CitationStyle[]).map((value) => ({
  value,
  label: CITATION_LABELS[value],
}));

/** A passage of the latest report as it would be pasted, or null while none can be read. */
const useExample = (style: CitationStyle): string | null => {
  const shelf = useLibrary((state) => state.shelf);
  return useMemo(() => {
    const [latest] = readyVolumes(shelf).toSorted(
      ({ report: a }, { report: b }) => (b.meta.year ?? 0) - (a.meta.year ?? 0),
    );
    const range = latest?.observations[0]?.quote;
    return latest && range ? citePassages([{ report: latest.report, range }], style) : null;
  }, [shelf, style]);
};

/** 复制与出处: the style a copied passage names its source in, with what it looks like. */
export function CitationChoice(): ReactNode {
  const style = useSettings((state) => state.citation);
  const change = useSettings((state) => state.change);
  const example = useExample(style);
  return (
    <section aria-labelledby="citation">
      <h2 id="citation" className="section-title">
        复制与出处
      </h2>
      <ChoiceRow
        label="出处格式"
        choices={STYLES}
        value={style}
        onChoose={(citation) => change({ citation })}
      />
      {example && (
        <div className="settings-example">
          <p className="caption">用 Ctrl Shift C 复制，粘贴出来是这样：</p>
          <blockquote>{example}</blockquote>
        </div>
      )}
    </section>
  );
}
