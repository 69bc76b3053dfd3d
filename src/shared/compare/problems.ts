import type { Unit } from './unit';

/** Opens what a report says is still wanting: 我们也清醒地看到，发展还面临一些困难和问题. */
const OPENING =
  /^(?!.*(?:解决|破解|整改|化解|克服)).*(?:清醒|认识到|看到|深知|坦承|(?:还|仍|也|依然)[^，,。]{0,4}(?:存在|面临|有)|(?:存在|面临)[^，,。]{0,10}(?:不少|一些|诸多|许多)).*(?:困难|问题|挑战|短板|弱项|不足|差距|薄弱环节)(?:和\S{2,4})?[，,。；;：:\s]*(?:(?:主要(?:是|有|表现在)|一是)[：:，,\s]*)?$/s;

/** Ends it: 对此，我们将采取有力措施，认真加以解决. */
const ANSWER =
  /(?:对此|对这些|这些问题|针对这些|我们一定|我们要|我们将|必须)[^。；;]{0,60}(?:解决|改进|应对|重视|化解|克服|补齐|重托|期待|期望|攻坚克难)|(?:高度重视|直面问题|采取[^。]{0,16}措施)[^。；;]{0,40}(?:解决|改进|克服|做好|破解)/;

/**
 * Marks the clauses that tell a report's problems: from the sentence that announces them to the end of its paragraph or the
 * promise to mend them. 风险防控有序有效 is no counterpart of 风险隐患仍然较多.
 */
export function markProblems(
  clean: string,
  units: readonly Unit[],
  isReview: (unit: Unit) => boolean,
): readonly Unit[] {
  let [open, paragraph] = [false, -1];
  return units.map((unit) => {
    if (unit.paragraph !== paragraph) [open, paragraph] = [false, unit.paragraph];
    const text = clean.slice(unit.range.start, unit.range.end);
    if (open && ANSWER.test(text)) open = false;
    else open ||= unit.kind === 'text' && isReview(unit) && OPENING.test(text);
    return open ? { ...unit, problem: true } : unit;
  });
}
