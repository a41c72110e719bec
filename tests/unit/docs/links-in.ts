/** The text without its blocks and spans of code, in which nothing is a link. */
const prose = (text: string) => text.replaceAll(/^(```|~~~)[\s\S]*?^\1\s*$/gm, "").replaceAll(/`[^`\n]*`/g, "``");

/** The targets of all links and pictures in a Markdown text. */
export function linksIn(text: string): string[] {
  const inline = [...prose(text).matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)];
  const html = [...prose(text).matchAll(/<(?:img|a)\s[^>]*?(?:src|href)="([^"]+)"/g)];
  const bare = [...prose(text).matchAll(/<(https?:[^>\s]+)>/g)];
  return [...inline, ...html, ...bare].map(([, target = ""]) => target);
}

/** The names by which places in a Markdown text can be linked to: its headings, as GitHub makes names of them, and its marks. */
export function anchorsIn(text: string): ReadonlySet<string> {
  const marks = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, name = ""]) => name);
  const names = new Map<string, number>();
  const headings = [...text.replaceAll(/^(```|~~~)[\s\S]*?^\1\s*$/gm, "").matchAll(/^#{1,6} +(.+?) *$/gm)].map(
    ([, heading = ""]) => {
      const name = anchorOf(heading);
      const before = names.get(name) ?? 0;
      names.set(name, before + 1);
      return before === 0 ? name : `${name}-${before}`;
    },
  );
  return new Set([...marks, ...headings]);
}

// Of links the words remain; of what is neither letter nor digit, only blanks, hyphens and underscores.
function anchorOf(heading: string): string {
  const words = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
  return words.replaceAll(/[^\p{L}\p{N}\p{M}\s_-]/gu, "").replaceAll(/\s/g, "-");
}
