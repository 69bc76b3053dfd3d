import { useEffect, useState, type ReactNode } from 'react';
import type { TextDifference } from '../../../shared/import';
import { useApp } from '../../state/app';
import type { Twin } from '../../state/import/item';
import { useModal } from '../parts/modal';
import './differences.css';

/** More than so many are counted, not shown: whoever wants them all sets the two side by side in 对读. */
const MOST = 200;

const WHERE: Readonly<Record<Twin['where'], string>> = {
  bundled: '书架上自带的',
  own: '书架上的',
  list: '',
};

function Place({ place, serial }: { readonly place: TextDifference; readonly serial: number }): ReactNode {
  const { before, one, other, after } = place;
  return (
    <li>
      <span className="caption">{serial}</span>
      <p>
        {before}
        {one === '' ? <del className="none">（没有）</del> : <del>{one}</del>}
        {after}
      </p>
      <p>
        {before}
        {other === '' ? <ins className="none">（没有）</ins> : <ins>{other}</ins>}
        {after}
      </p>
    </li>
  );
}

/** 看这几处: every place where a file differs from the other version, the two texts beside each other. */
export function Differences({
  item,
  onClose,
}: {
  readonly item: { readonly key: string; readonly name: string; readonly twin: Twin };
  readonly onClose: () => void;
}): ReactNode {
  const { imports } = useApp();
  const dialog = useModal();
  const [places, setPlaces] = useState<readonly TextDifference[] | 'failed' | null>(null);
  const { key, name, twin } = item;
  useEffect(() => {
    void imports
      .getState()
      .differ(key)
      .then((found) => setPlaces(found ?? 'failed'));
  }, [imports, key]);
  return (
    <dialog
      ref={dialog}
      className="layer import-differences"
      aria-labelledby="differences-title"
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header>
        <h2 id="differences-title" className="view-title">
          差在哪里
        </h2>
        <span className="caption">
          {twin.likeness.places} 处，{twin.likeness.characters} 个字
        </span>
        <button className="button small" onClick={() => dialog.current?.close()}>
          关上
        </button>
      </header>
      <div className="import-differences-heads" aria-hidden="true">
        <span />
        <span>
          {WHERE[twin.where]}
          {twin.name}
        </span>
        <span>{name}</span>
      </div>
      {places === null && <p className="caption">正在对照…</p>}
      {places === 'failed' && <p role="alert">另一份的文字现在读不出来，没有对成；两份都没有改动。</p>}
      {Array.isArray(places) && (
        <ol tabIndex={0} aria-label="不同的地方">
          {(places as readonly TextDifference[]).slice(0, MOST).map((place, at) => (
            <Place key={at} place={place} serial={at + 1} />
          ))}
        </ol>
      )}
      {Array.isArray(places) && places.length > MOST && (
        <p className="caption">另有 {places.length - MOST} 处；都留以后可以在“对读”里看全。</p>
      )}
    </dialog>
  );
}
