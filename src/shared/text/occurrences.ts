/** Finds every place where `part` stands in `text`, overlapping ones too; none for an empty part. */
export function occurrences(text: string, part: string): readonly number[] {
  if (!part) return [];
  const found: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) found.push(at);
  return found;
}
