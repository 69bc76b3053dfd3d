import { Suspense, type ReactNode, type RefObject } from 'react';
import { shortName } from '../../state/library/library';
import type { Mode } from './reading-bar';
import { ReadingSides, type SidesProps } from './reading-sides';
import { ReadingText } from './reading-text';
import { SourceText } from './source-text';
import { useNumbers } from './use-numbers';

/** The scrolling part of the desk: the text at once, and what stands beside it when the notes are there. */
export function ReadingPane({
  ref,
  mode,
  whole,
  ...sides
}: Omit<SidesProps, 'pane' | 'clean' | 'numbers'> & {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly mode: Mode;
  /** Whether the text is set to its end; what stands beside it is placed by its lines. */
  readonly whole: boolean;
}): ReactNode {
  const { entry, volume } = sides;
  const numbers = useNumbers(volume.observations, ref);
  const clean = mode === 'clean';
  return (
    <div className="pane" ref={ref} tabIndex={0} role="region" aria-label={`${shortName(entry)} 正文`}>
      <div className="text" lang="zh-CN" onClick={numbers.onClick} onKeyDown={numbers.onKeyDown}>
        {clean ? (
          <ReadingText
            volume={volume}
            whole={whole}
            active={numbers.active}
            open={numbers.open?.id ?? null}
          />
        ) : (
          <>
            <h1 className="visually-hidden">{shortName(entry)} 原文</h1>
            <SourceText report={volume.report} />
          </>
        )}
      </div>
      {whole ? (
        <Suspense fallback={<div className="margin" />}>
          <ReadingSides pane={ref} clean={clean} numbers={numbers} {...sides} />
        </Suspense>
      ) : (
        <div className="margin" />
      )}
    </div>
  );
}
