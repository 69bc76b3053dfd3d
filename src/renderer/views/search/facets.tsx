import { lazy, memo, Suspense, useDeferredValue, type ReactNode } from 'react';
import { ROLE_LABELS } from '../../../shared/report';
import { KIND_LABELS, type Facets, type Filters } from '../../../shared/search';
import { useApp, useSearch } from '../../state/app';
import { NumberFacets } from './number-facets';
import { FacetGroup } from './facet-group';

/** More places are sorted by their level, which needs the table of divisions. */
const MOST_FLAT = 12;

const PlaceFacet = lazy(() => import('./place-facet').then((module) => ({ default: module.PlaceFacet })));

type FacetName = 'places' | 'years' | 'roles' | 'topics' | 'kinds';

/** Rendered again only for other counts: the urgent pass over the rows leaves it alone. */
const FacetGroups = memo(function FacetGroups({ facets }: { readonly facets: Facets }): ReactNode {
  const { search } = useApp();
  const filters = useSearch((state) => state.filters);
  const choose =
    (name: FacetName) =>
    (values: Filters[FacetName]): void => {
      const others = Object.fromEntries(Object.entries(filters).filter(([key]) => key !== name));
      search.getState().narrow(values ? { ...others, [name]: values } : others);
    };
  return (
    <>
      {facets.places.length > MOST_FLAT ? (
        <Suspense>
          <PlaceFacet counts={facets.places} chosen={filters.places} onChoose={choose('places')} />
        </Suspense>
      ) : (
        <FacetGroup
          title="地区"
          counts={facets.places}
          chosen={filters.places}
          labelOf={(place) => place ?? '地区不详'}
          onChoose={choose('places')}
        />
      )}
      <FacetGroup
        title="年份"
        counts={facets.years.filter(({ exact, near }) => exact + near > 0)}
        chosen={filters.years}
        labelOf={(year) => (year === null ? '年份不详' : String(year))}
        onChoose={choose('years')}
      />
      <FacetGroup
        title="性质"
        counts={facets.roles}
        chosen={filters.roles}
        labelOf={(role) => ROLE_LABELS[role]}
        onChoose={choose('roles')}
      />
      <FacetGroup
        title="领域"
        counts={facets.topics}
        chosen={filters.topics}
        labelOf={(topic) => topic}
        onChoose={choose('topics')}
      />
      <FacetGroup
        title="类型"
        counts={facets.kinds}
        chosen={filters.kinds}
        labelOf={(kind) => KIND_LABELS[kind]}
        onChoose={choose('kinds')}
      />
    </>
  );
});

/** 范围: what the hits can be narrowed to, with counts, and the place to keep a query. */
export function FacetPanel({ open }: { readonly open: boolean }): ReactNode {
  const { search, toast } = useApp();
  // The rows come first; what stands beside them follows in a task of its own.
  const answer = useDeferredValue(useSearch((state) => state.answer));
  const tab = useSearch((state) => state.tab);
  const query = useSearch((state) => state.query.trim());
  const kept = useSearch((state) => state.saved.includes(query));
  const keep = (words: string, wanted: boolean): void => {
    search.getState().keep(words, wanted);
    if (wanted) toast.getState().show({ text: '已存为常用搜索，搜索框空着的时候列在下面' });
  };
  return (
    <section className={open ? 'search-facets open' : 'search-facets'} aria-label="范围">
      <h2>范围</h2>
      <div className="facet-list">
        {answer && tab === 'text' && <FacetGroups facets={answer.results.facets} />}
        {answer && tab === 'numbers' && <NumberFacets numbers={answer.allNumbers} />}
        {answer && tab === 'notes' && <p className="caption">笔记按标签、颜色、日期筛选，在“笔记”里。</p>}
        {!answer && <p className="caption">搜出结果后，可以按地区、年份、性质、领域、类型缩小范围。</p>}
      </div>
      {query && (
        <button className="quiet facet-keep" onClick={() => keep(query, !kept)}>
          {kept ? '不再常用' : '存为常用搜索'}
        </button>
      )}
    </section>
  );
}
