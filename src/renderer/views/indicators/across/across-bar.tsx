import { useMemo, type ReactNode } from 'react';
import type { AcrossMeasure } from '../../../../shared/compare';
import { answerFields, fieldOf } from '../../../../shared/search';
import type { AcrossChoices, StatedIndicator } from '../../../state/indicators/across';
import type { PickerWords } from '../../parts/picker/offers';
import { TypedPicker } from '../../parts/picker/typed-picker';

const MEASURE_LABELS: Readonly<Record<AcrossMeasure, string>> = {
  level: '数额',
  growth: '增速',
  share: '占比',
};

const WORDS: PickerWords = {
  counter: '项',
  none: '没有这样的指标，换个叫法，或用拼音、首字母。',
  take: '看这一项',
  placeholder: '指标名、拼音首字母',
};

/** What stands over the table: the indicator, its measures, which way the table lies. */
export function AcrossBar({
  indicators,
  measures,
  measure,
  unit,
  choices,
}: {
  readonly indicators: readonly StatedIndicator[];
  readonly measures: readonly AcrossMeasure[];
  readonly measure: AcrossMeasure;
  readonly unit: string;
  readonly choices: AcrossChoices;
}): ReactNode {
  const { indicator, turned, choose } = choices;
  const find = useMemo(() => {
    const fields = indicators.map((one) => fieldOf(one, one.indicator));
    return (asked: string) =>
      (asked.trim() === '' ? indicators : answerFields(fields, asked).map(({ item }) => item)).map((one) => ({
        key: one.indicator,
        name: one.indicator,
        reason: `${String(one.places)} 地`,
      }));
  }, [indicators]);
  return (
    <div className="across-bar">
      <TypedPicker
        label="换指标"
        value={indicator}
        find={find}
        words={WORDS}
        onChoose={(next) => choose({ indicator: next, measure: null, sort: null })}
      />
      {measures.length > 1 && (
        <div className="segment" role="group" aria-label="看哪样数">
          {measures.map((one) => (
            <button
              key={one}
              aria-pressed={one === measure}
              onClick={() => choose({ measure: one, sort: null })}
            >
              {MEASURE_LABELS[one]}
            </button>
          ))}
        </div>
      )}
      <span className="caption">{unit}</span>
      <button className="button small" aria-pressed={turned} onClick={() => choose({ turned: !turned })}>
        {turned ? '地方放左边' : '年份放左边'}
      </button>
      <p className="across-legend">
        <span className="mark result" aria-hidden="true" /> 结果
        <span className="mark target" aria-hidden="true" /> 目标
        <span className="across-stated">全市第1位</span> 报告说的
        <span>算得 1/9</span> 按在架的报告排
      </p>
    </div>
  );
}
