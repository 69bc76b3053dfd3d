const SCOPE = /全[国省市区县州旗]|世界|全球|亚洲|[东中西]部|沿海|京津冀|长三角|同类/g;
const REACH = 40;
const BEHIND = 4;

/** Among whom a rank is (全省 of 居全省第三位): the last named in its clause, else before it; empty where none is. */
export function amongOf(text: string, since: number, tail: number): string {
  const last = (from: number): string =>
    text
      .slice(from, tail + BEHIND)
      .match(SCOPE)
      ?.at(-1) ?? '';
  return last(since) || last(Math.max(0, since - REACH));
}
