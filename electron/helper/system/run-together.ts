import { Refusal } from "../refusal.ts";
import { withInput } from "./input-file.ts";
import { runProgram } from "./run-tool.ts";

/** What `ip` takes for one word of a line and for nothing else: no blank, quote, backslash or number sign, no option. */
const WORD = /^[A-Za-z0-9:][A-Za-z0-9_.:@/-]*$/;

const FAMILIES = new Set(["-4", "-6"]);

/** What commands are run with: the helper's own folder, the lock, and what gives the program for a usual path. */
interface Means {
  readonly directory: string;
  readonly lock: number | null;
  find(usual: string): string;
}

/**
 * Runs commands that begin with the same program and family by one `ip -force -batch -`; see {@link Host.runTogether}. The
 * program goes on to the end of its input when the helper dies, and holds the lock as long. Throws Refusal.
 */
export async function runTogether(
  commands: readonly (readonly string[])[],
  { directory, lock, find }: Means,
): Promise<void> {
  const [[usual = "", family = ""] = []] = commands;
  const path = find(usual);
  const text = textOf(commands, usual, family);
  await withInput(directory, text, (input) => runProgram(path, [family, "-force", "-batch", "-"], { input, lock }));
}

// In one pass: there may be ten thousand words, of which few are different.
function textOf(commands: readonly (readonly string[])[], usual: string, family: string): string {
  const seen = new Set<string>();
  let text = "";
  for (const command of commands) {
    const words = command.slice(2);
    if (command[0] !== usual || command[1] !== family || words.length === 0) throw new Refusal("too_risky");
    for (const word of words) seen.add(word);
    text += `${words.join(" ")}\n`;
  }
  if (!FAMILIES.has(family)) throw new Refusal("too_risky");
  for (const word of seen) if (!WORD.test(word)) throw new Refusal("too_risky");
  return text;
}
