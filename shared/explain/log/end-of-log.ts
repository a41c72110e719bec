/**
 * The end of a text, from the beginning of a line on; the whole text when it is no longer than `longest`, counted as
 * JavaScript counts (UTF-16). Only of a last line that is longer than that the beginning is missing.
 */
export function endOfLog(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const lineEnd = text.indexOf("\n", text.length - longest - 1);
  const isWithinLastLine = lineEnd < 0 || lineEnd === text.length - 1;
  return isWithinLastLine ? text.slice(-longest) : text.slice(lineEnd + 1);
}
