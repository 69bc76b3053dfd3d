import type { ReactNode } from 'react';
import { periodWords, type Observation } from '../../../shared/report';
import { valueWords } from '../text/observation-words';
import { CardRow } from './card-row';

/** Of a reading put right by hand: why, and what the program had read. */
export function CardCorrection({ observation }: { readonly observation: Observation }): ReactNode {
  const { correction } = observation;
  if (!correction) return null;
  const { reason, was } = correction;
  return (
    <CardRow label="更正">
      <p>{reason}</p>
      <p className="caption">
        程序原读：{was.name} {valueWords(was)}
        {was.unit}，{periodWords(was.period)}
      </p>
    </CardRow>
  );
}
