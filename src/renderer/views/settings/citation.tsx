import { useMemo, type ReactNode } from 'react';
import { CITATION_LABELS, citePassages, type CitationStyle } from '../../../shared/exchange';
import { useLibrary, useSettings } from '../../state/app';
import { useFacts, useReport } from '../../state/library/use-reports';
import { ChoiceRow } from '../frame/type-panel';

const STYLES = (Object.keys(CITATION_LABELS) as CitationStyle[]).map((value) => ({
  value,
  label: CITATION_LABELS[value],
}));

/** A passage of the latest report as it would be pasted, or null while none can be read. */
const useExample = (style: CitationStyle): string | null => {
  const shelf = useLibrary((state) => state.shelf);
  const [latest] = shelf
    .filter(({ state }) => state !== 'damaged')
    .map(({ entry }) => entry)
    .toSorted((a, b) => b.year - a.year);
  const report = useReport(latest?.id ?? '');
  const [facts] = useFacts(latest ? [latest.id] : []);
  return useMemo(() => {
    const range = facts?.observations[0]?.quote;
    return report && range ? citePassages([{ report, range }], style) : null;
  }, [report, facts, style]);
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
