/** Words with which a paragraph of a work report begins, and no wrapped line goes on. */
const OPENERS =
  /^(各位代表|一年来|这一年[，,]|五年来|过去(的)?[一五]年|回首|回望|回眸|同时[，,]|今年政府工作|围绕今年|记者[\s\u3000])|^.?望过去/;

export const opensParagraph = (text: string): boolean => OPENERS.test(text);

const OPENER_SENTENCE = /^(?:一年来|这一年|五年来|过去一年|过去的一年|过去五年)[，,][^。！？；;]{6,42}。/;

/** “一年来，我们攻坚克难稳增长，经济运行呈现新气象。”: the sentence that heads a paragraph of a review, or null. */
export const openerSentence = (text: string): string | null => OPENER_SENTENCE.exec(text)?.[0] ?? null;
