import type { ReactNode } from 'react';
import { TopBar } from '../frame/top-bar';

/** 提法. */
export function WordingView(): ReactNode {
  return (
    <div className="view">
      <TopBar title={<h1 className="view-title">提法</h1>} />
      <main />
    </div>
  );
}
