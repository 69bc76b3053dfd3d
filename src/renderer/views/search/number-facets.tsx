import type { ReactNode } from 'react';
import type { Observation } from '../../../shared/report';
import { useApp, useSearch } from '../../state/app';
import { countNumbers, type NumberFilters } from '../../state/search/number-filters';
import { FacetGroup } from './facet-group';

const KINDS = { result: '结果', target: '目标' } as const;

/** 范围 of 指标: what the numbers found are of. */
export function NumberFacets({ numbers }: { readonly numbers: readonly Observation[] }): ReactNode {
  const { search } = useApp();
  const filters = useSearch((state) => state.numberFilters);
  const choose =
    <N extends keyof NumberFilters>(name: N) =>
    (values: NumberFilters[N]): void => {
      const others = Object.fromEntries(Object.entries(filters).filter(([key]) => key !== name));
      search.getState().narrowNumbers(values ? { ...others, [name]: values } : others);
    };
  return (
    <>
      <FacetGroup
        title="性质"
        counts={countNumbers(numbers, filters, 'kinds')}
        chosen={filters.kinds}
        labelOf={(kind) => KINDS[kind]}
        onChoose={choose('kinds')}
      />
      <FacetGroup
        title="说的是哪一年"
        counts={countNumbers(numbers, filters, 'periods').toSorted((a, b) => a.value.localeCompare(b.value))}
        chosen={filters.periods}
        labelOf={(year) => year}
        onChoose={choose('periods')}
      />
      <FacetGroup
        title="地区"
        counts={countNumbers(numbers, filters, 'places')}
        chosen={filters.places}
        labelOf={(place) => place}
        onChoose={choose('places')}
      />
      <FacetGroup
        title="领域"
        counts={countNumbers(numbers, filters, 'topics')}
        chosen={filters.topics}
        labelOf={(topic) => topic}
        onChoose={choose('topics')}
      />
    </>
  );
}
