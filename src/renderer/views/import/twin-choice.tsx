import { useState, type ReactNode } from 'react';
import { FORMAT_LABELS, type FileFormat } from '../../../shared/import';
import { useApp, useNotes } from '../../state/app';
import { likelyChoice, type Twin, type TwinChoice } from '../../state/import/item';
import type { Asked } from './asked-items';
import { ChoiceBoxes } from './choice-box';
import { Differences } from './differences';

const SHORT: Readonly<Partial<Record<FileFormat, string>>> = {
  docx: ' Word 版',
  doc: '旧 Word 版',
  html: '网页版',
  mht: '网页版',
  pdf: ' PDF 版',
  text: '纯文本',
};

const versionOf = (format: FileFormat): string => SHORT[format] ?? FORMAT_LABELS[format];

type Choices = readonly (readonly [TwinChoice, string])[];

const ON_SHELF: Choices = [
  ['both', '都留'],
  ['replace', '换成新的'],
  ['drop', '不要这份'],
];

/** What may be done about two versions. */
const choicesOf = ({ format }: Twin, own: FileFormat): Choices => {
  if (format === null) return ON_SHELF;
  const [here, there] = [versionOf(own), versionOf(format)];
  return here === there
    ? [
        ['replace', '留这份'],
        ['drop', '留那份'],
        ['both', '都留'],
      ]
    : [
        ['replace', `留${here}`],
        ['drop', `留${there}`],
        ['both', '都留'],
      ];
};

/** Says what becomes of the notes of the report that is there. */
function NotesWords({ twin }: { readonly twin: Twin }): ReactNode {
  const count = useNotes((state) => state.byReport[twin.id]?.length ?? 0);
  if (twin.where === 'list') return null;
  const stays = twin.where === 'bundled' ? '换成新的，自带的那篇仍在书架上' : '换成新的，旧的文字不再显示';
  return (
    <p className="caption">
      {stays}
      {count > 0 && `；它的 ${count} 条批注会跟过来，跟不过来的会问您`}
    </p>
  );
}

/** 同一篇来了两份: what is done about them, and where they differ. */
export function TwinChoices({
  item,
  onChoose,
}: {
  readonly item: Asked & { readonly twin: Twin };
  readonly onChoose: (choice: TwinChoice) => void;
}): ReactNode {
  const { imports } = useApp();
  const [looking, setLooking] = useState(false);
  const { twin, reading } = item;
  const { format } = reading.imported.origin;
  return (
    <div className="import-twin" role="group" aria-label="同一篇来了两份">
      <ChoiceBoxes
        label="留哪一份"
        look="segment"
        choices={choicesOf(twin, format)}
        chosen={likelyChoice(twin, format)}
        onChoose={(value) => onChoose(value as TwinChoice)}
      />
      <p className="import-twin-acts">
        <button className="quiet" onClick={() => setLooking(true)}>
          看这 {twin.likeness.places} 处
        </button>
        <button
          className="quiet"
          aria-label={`移出清单：${item.name}`}
          onClick={() => imports.getState().dismiss(item.key)}
        >
          移出清单
        </button>
      </p>
      <NotesWords twin={twin} />
      {looking && <Differences item={item} onClose={() => setLooking(false)} />}
    </div>
  );
}
