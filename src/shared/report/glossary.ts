/** Words of the trade and of this program, each in one sentence. */
export const GLOSSARY = {
  全文: '报告的全文，一字不缺。',
  摘编: '报刊从报告里摘出来编排的文字，不是报告全文；引用时请注明摘编。',
  综述: '报刊对一年工作的综合报道，不是政府工作报告本身。',
  解读: '报刊对报告要点的解说，文字不是报告原文；引用时请注明解读。',
  存疑: '原文这里可能有错：数与前后年对不上、字句残缺或错位。点开看理由，以正式文本为准。',
  结果: '报告说已经做到的数。',
  目标: '报告说要做到的数。',
  口径变: '前后两年统计的范围不同，不能直接比较。',
  单位变: '前后两年用的单位不同，不能直接比较。',
  缺报告: '回顾这一年的报告不在书架上，数是有是无不知道。',
  未提及: '报告在书架上，但没有找到这一项；不等于没有做。',
} as const satisfies Readonly<Record<string, string>>;

export type GlossaryWord = keyof typeof GLOSSARY;

/** Gives the sentence for a word; undefined for one that needs none. */
export const explained = (word: string): string | undefined =>
  Object.hasOwn(GLOSSARY, word) ? GLOSSARY[word as GlossaryWord] : undefined;
