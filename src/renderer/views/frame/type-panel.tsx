import { useId, type ReactNode } from 'react';
import { useSettings } from '../../state/app';
import type { Settings } from '../../state/settings';
import { MeasureNote } from './measure-note';

interface Choice<T> {
  readonly value: T;
  readonly label: string;
}

const FACES: readonly Choice<Settings['face']>[] = [
  { value: 'song', label: '宋体' },
  { value: 'hei', label: '黑体' },
];
const SIZES: readonly Choice<Settings['size']>[] = [
  { value: 16, label: '小' },
  { value: 18, label: '中' },
  { value: 20, label: '大' },
  { value: 22, label: '特大' },
];
const LEADINGS: readonly Choice<Settings['leading']>[] = [
  { value: 'tight', label: '紧' },
  { value: 'normal', label: '标准' },
  { value: 'loose', label: '松' },
];
const MEASURES: readonly Choice<Settings['measure']>[] = [
  { value: 34, label: '34 字' },
  { value: 36, label: '36 字' },
  { value: 38, label: '38 字' },
  { value: 40, label: '40 字' },
];
const INDENTS: readonly Choice<boolean>[] = [
  { value: true, label: '两字' },
  { value: false, label: '不缩进' },
];
const THEMES: readonly Choice<Settings['theme']>[] = [
  { value: 'day', label: '日' },
  { value: 'night', label: '夜' },
  { value: 'sepia', label: '护眼' },
  { value: 'system', label: '随系统' },
];

/** One choice of a few, as a segment with its name. */
export function ChoiceRow<T extends string | number | boolean>({
  label,
  choices,
  value,
  onChoose,
}: {
  readonly label: string;
  readonly choices: readonly Choice<T>[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
}): ReactNode {
  const id = useId();
  return (
    <div className="choice-row">
      <span id={id}>{label}</span>
      <div className="segment" role="group" aria-labelledby={id}>
        {choices.map((choice) => (
          <button
            key={String(choice.value)}
            aria-pressed={choice.value === value}
            onClick={() => onChoose(choice.value)}
          >
            {choice.label}
          </button>
        ))}
      </div>
    </div>
  );
}

/** 字体与版面: the choices themselves, used by the panel under 字 and by the settings view. */
export function TypeChoices(): ReactNode {
  const settings = useSettings((state) => state);
  const { change } = settings;
  return (
    <>
      <ChoiceRow label="字体" choices={FACES} value={settings.face} onChoose={(face) => change({ face })} />
      <ChoiceRow label="字号" choices={SIZES} value={settings.size} onChoose={(size) => change({ size })} />
      <ChoiceRow
        label="行距"
        choices={LEADINGS}
        value={settings.leading}
        onChoose={(leading) => change({ leading })}
      />
      <ChoiceRow
        label="版心"
        choices={MEASURES}
        value={settings.measure}
        onChoose={(measure) => change({ measure })}
      />
      <MeasureNote />
      <ChoiceRow
        label="首行缩进"
        choices={INDENTS}
        value={settings.indent}
        onChoose={(indent) => change({ indent })}
      />
      <ChoiceRow
        label="底色"
        choices={THEMES}
        value={settings.theme}
        onChoose={(theme) => change({ theme })}
      />
    </>
  );
}

/** 字 in the top bar, with its panel. The popover closes with Esc or a click elsewhere by itself. */
export function TypePanelButton(): ReactNode {
  return (
    <>
      <button
        className="icon-button serif"
        popoverTarget="type-panel"
        aria-label="字体与版面"
        title="字体与版面"
      >
        字
      </button>
      <div id="type-panel" className="layer type-panel" popover="auto" aria-label="字体与版面">
        <h2 className="section-title">字体与版面</h2>
        <TypeChoices />
      </div>
    </>
  );
}
