import type { Period } from './vocabulary';

const PARTS: Readonly<Record<string, string>> = {
  Q1: '一季度',
  Q2: '二季度',
  Q3: '三季度',
  Q4: '四季度',
  H1: '上半年',
  H2: '下半年',
};

/** A period as the interface says it: `2024 年`, `2018—2022 年`, `2024 年 6 月`, `2024 年一季度`. */
export const periodWords = (period: Period): string => {
  const [year = period, part] = period.split('-');
  if (!part) return `${year} 年`;
  if (part.length === 4) return `${year}—${part} 年`;
  const [from, to] = part.split('/');
  if (to) return `${year} 年 ${Number(from)}—${Number(to)} 月`;
  return PARTS[part] ? `${year} 年${PARTS[part]}` : `${year} 年 ${Number(part)} 月`;
};
