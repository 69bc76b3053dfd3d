import type { ReactNode } from 'react';
import { TopBar } from '../frame/top-bar';

/** 目标—完成. */
export function TargetsView(): ReactNode {
  return (
    <div className="view">
      <TopBar title={<h1 className="view-title">目标—完成</h1>} />
      <main />
    </div>
  );
}
