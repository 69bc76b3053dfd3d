import type { ComparisonState } from './comparison';

/** Gives what the reader is told of a pair that is not an ordinary one; null for an ordinary one. Names: 周口市 2023. */
export function describeState(state: ComparisonState, left: string, right: string): string | null {
  switch (state) {
    case 'ordinary':
      return null;
    case 'itself':
      return `两栏是同一篇报告（${left}），没有差别可看。请换一篇报告。`;
    case 'identical':
      return `${left} 与 ${right} 两篇原文完全相同，没有差别。`;
    case 'unchanged':
      return `所选范围内 ${left} 与 ${right} 文字相同，只有标点、空格或换行不同。`;
    case 'no-common-topic':
      return '这两篇没有同一领域的内容';
    case 'empty':
      return '所选范围内两篇报告都没有内容。请换一个领域或性质。';
    case 'left-empty':
      return `${left} 没有所选范围的内容，只列出 ${right} 的。`;
    case 'right-empty':
      return `${right} 没有所选范围的内容，只列出 ${left} 的。`;
  }
}
