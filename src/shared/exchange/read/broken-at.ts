const lineOf = (text: string, position: number): number => text.slice(0, position).split('\n').length;

/** Where the engine's message says a JSON text breaks, or null where it does not tell: a position, or words of it. */
function positionIn(text: string, message: string): number | null {
  const [, position] = /at position (\d+)/.exec(message) ?? [];
  if (position !== undefined) return Number(position);
  const [, words] = /, (?:\.\.\.)?"(.+)"(?:\.\.\.)? is not valid JSON$/s.exec(message) ?? [];
  const found = words === undefined ? -1 : text.indexOf(words);
  return found < 0 || text.includes(words ?? '', found + 1)
    ? null
    : found + Math.floor((words ?? '').length / 2);
}

/** In Chinese, at which line a JSON text breaks: in an export of ours a line is a note. */
export function brokenAt(text: string, message: string): string {
  if (/end of JSON input|Unterminated string/.test(message))
    return `到第 ${lineOf(text.trimEnd(), Infinity)} 行断了，文件可能没有下载完`;
  const position = positionIn(text, message);
  return `${position === null ? '' : `第 ${lineOf(text, position)} 行有错，`}文件可能没有下载完或被改坏了`;
}
