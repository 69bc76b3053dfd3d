import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { extractObservations, judgeTogether } from '../src/shared/figures';
import { parseReport } from '../src/shared/parse';

/** Plants wrong numbers by seed into reports of the corpus and counts how many are called doubtful: `npx tsx bench/doubts.ts`. */
const CORPUS = fileURLToPath(new URL('../../shared/corpus/', import.meta.url));
const SEED = 20260112;

let state = SEED;
const random = (below: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state % below;
};

const read = (name: string, raw: string) => {
  const report = parseReport({ id: name.replace('.txt', ''), raw });
  return { report, observations: extractObservations(report) };
};

/** Kinds of slip that one text alone tells: where they go, and what becomes of the number. */
const SLIPS: readonly (readonly [string, RegExp, (number: string) => string])[] = [
  ['两个小数点', /(?<=[\u4e00-\u9fff])\d{2}\.\d(?=%)/g, (number) => `${number}.3`],
  [
    '率过百',
    /(?<=(?:覆盖|普及|达标|处理|城镇化|合格|参保|绿化|入学)率(?:达到?|提高到|为|稳定在|保持在)?)\d{2}(?:\.\d+)?(?=%)/g,
    (number) => `5${number}`,
  ],
  ['生产总值', /(?<=生产总值(?:[\d.]+万?亿元[，、])?增长)\d(?:\.\d)?(?=%)/g, (number) => `5${number}`],
];

/** One place's reports of several years, for slips that only neighbours tell. */
function places(names: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const place = name.replace(/_\d{4}.*$/, '');
    groups.set(place, [...(groups.get(place) ?? []), name]);
  }
  return [...groups.values()].filter((group) => group.length >= 3);
}

function plantAlone(texts: ReadonlyMap<string, string>, each: number): void {
  for (const [kind, pattern, slip] of SLIPS) {
    const spots = [...texts].flatMap(([name, raw]) =>
      [...raw.matchAll(pattern)].map(({ index, 0: number }) => ({ name, index, number })),
    );
    let found = 0;
    const count = Math.min(each, spots.length);
    for (let at = 0; at < count; at += 1) {
      const spot = spots[random(spots.length)];
      const raw = texts.get(spot?.name ?? '') ?? '';
      if (spot === undefined) continue;
      const planted =
        raw.slice(0, spot.index) + slip(spot.number) + raw.slice(spot.index + spot.number.length);
      const { caveats, clean } = parseReport({ id: 'planted', raw: planted });
      const hit = caveats.some(
        ({ type, range }) =>
          type === 'implausible' && slip(spot.number).includes(clean.slice(range.start, range.end)),
      );
      if (hit) found += 1;
      else console.log('   漏', kind, raw.slice(spot.index - 24, spot.index), slip(spot.number));
    }
    console.log(`${kind}：种 ${String(count)}，认出 ${String(found)}`);
  }
}

/** A level with neighbours, ten times too large or too small. */
function plantTenfold(texts: ReadonlyMap<string, string>, count: number): void {
  const groups = places([...texts.keys()]);
  let planted = 0;
  let found = 0;
  for (let tries = 0; tries < count * 6 && planted < count; tries += 1) {
    const group = groups[random(groups.length)] ?? [];
    const all = group.map((name) => read(name, texts.get(name) ?? ''));
    const victim = all[random(all.length)];
    const known =
      victim?.observations.filter(
        ({ indicator, measure, kind, value, period }) =>
          measure === 'level' &&
          kind === 'result' &&
          typeof value === 'number' &&
          /^\d{4}$/.test(period) &&
          /^(?:生产总值|一般公共预算收入|社会消费品零售总额|粮食总产量|城镇居民人均可支配收入|农村居民人均可支配收入|居民人均可支配收入|固定资产投资)$/.test(
            indicator,
          ) &&
          all.some(({ observations }) =>
            observations.some(
              (other) =>
                other.report !== victim.report.id &&
                other.indicator === indicator &&
                other.measure === 'level' &&
                Math.abs(Number(other.period) - Number(period)) <= 2,
            ),
          ),
      ) ?? [];
    const one = known[random(Math.max(1, known.length))];
    if (victim === undefined || one === undefined || typeof one.value !== 'number') continue;
    const slipped = { ...one, value: random(2) === 0 ? one.value * 10 : one.value / 10 };
    const judged = judgeTogether(
      all.map((own) =>
        own === victim
          ? { ...own, observations: own.observations.map((other) => (other.id === one.id ? slipped : other)) }
          : own,
      ),
    );
    planted += 1;
    if (
      judged.doubts.some(({ observation, evidence }) => observation === one.id || evidence.includes(one.id))
    )
      found += 1;
    else console.log('   漏 差十倍', one.report, one.indicator, String(slipped.value), one.unit);
  }
  console.log(`差十倍：种 ${String(planted)}，认出 ${String(found)}`);
}

if (!existsSync(CORPUS)) console.log('../shared/corpus 不在，没有可种的报告。');
else {
  const names = readdirSync(CORPUS).filter((name) => name.endsWith('.txt'));
  const texts = new Map(names.map((name) => [name, readFileSync(CORPUS + name, 'utf8')]));
  plantAlone(texts, 12);
  plantTenfold(texts, 12);
}
