import type { ReactNode } from 'react';
import { FONT_SIZES } from '../../../shared/sheet';
import { usePrintPreferences, type PrintPreferences } from '../../state/compare/print';
import { Check } from './check';

interface Option<T> {
  readonly value: T;
  readonly label: string;
}

const SIZES = [
  { value: 'A4', label: 'A4' },
  { value: 'A3', label: 'A3' },
] as const;

const ORIENTATIONS = [
  { value: 'portrait', label: '竖向' },
  { value: 'landscape', label: '横向' },
] as const;

const MARGIN_OPTIONS = [
  { value: 'binding', label: '装订' },
  { value: 'official', label: '公文' },
  { value: 'even', label: '等宽' },
] as const;

const FONT_LABELS = ['小五', '五号', '小四'];

const FONTS = FONT_SIZES.map((value, index) => ({ value, label: FONT_LABELS[index] ?? String(value) }));

function Segment<T extends string | number>({
  name,
  options,
  value,
  onChoose,
}: {
  readonly name: string;
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
}): ReactNode {
  return (
    <div className="print-choice" role="group" aria-label={name}>
      <span aria-hidden="true">{name}</span>
      <div className="segment">
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            aria-pressed={option.value === value}
            onClick={() => onChoose(option.value)}
          >
            {option.label}
          </button>
        ))}
      </div>
    </div>
  );
}

const MARGIN_WORDS: Readonly<Record<PrintPreferences['margins'], string>> = {
  binding: '左边留 26 毫米装订。',
  official: '公文版心：上 37、左 28、右 26、下 35 毫米。',
  even: '四边 16 至 18 毫米，不留装订边。',
};

/** Shows what the sheet is printed on; kept from one sheet to the next. */
export function PaperSettings(): ReactNode {
  const { size, orientation, margins, fontSize, grey, change } = usePrintPreferences();
  return (
    <fieldset>
      <legend>纸张</legend>
      <Segment name="纸张" options={SIZES} value={size} onChoose={(value) => change({ size: value })} />
      <Segment
        name="方向"
        options={ORIENTATIONS}
        value={orientation}
        onChoose={(value) => change({ orientation: value })}
      />
      <Segment
        name="页边"
        options={MARGIN_OPTIONS}
        value={margins}
        onChoose={(value) => change({ margins: value })}
      />
      <Segment
        name="字号"
        options={FONTS}
        value={fontSize}
        onChoose={(value) => change({ fontSize: value })}
      />
      <Check label="灰度：批注不印颜色" checked={grey} onChange={() => change({ grey: !grey })} />
      <p className="caption">{MARGIN_WORDS[margins]}右上角的小数字是出处，印在当页下方。</p>
    </fieldset>
  );
}
