import type { ReactNode } from 'react';
import { TopBar } from '../frame/top-bar';

/** 指标. */
export function IndicatorsView(): ReactNode {
  return (
    <div className="view">
      <TopBar title={<h1 className="view-title">指标</h1>} />
      <main />
    </div>
  );
}
