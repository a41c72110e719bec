/** Values by key, as a desktop understands them. */
export type ReadEntry = ReadonlyMap<string, string>;

const KEY = /^[A-Za-z0-9-]+(?:\[[a-z]{2}(?:_[A-Z]{2})?(?:@\w+)?\])?$/;
const KNOWN = new Set("Type Name Comment Exec TryExec Icon Terminal Hidden".split(" "));
const BOOLEANS = new Set(["Terminal", "Hidden"]);
const RESERVED = /[ \t\n"'\\><~|&;$*?#()`]/;

/**
 * Reads an application's entry as strictly as the Desktop Entry Specification 1.5 is worded. Throws what is wrong with it:
 * a program that reads entries may refuse, or read otherwise, whatever the specification does not allow.
 */
export function readDesktopEntry(text: string): ReadEntry {
  if (!text.endsWith("\n")) throw new Error("the last line has no end");
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  if (lines[0] !== "[Desktop Entry]") throw new Error(`it begins with ${lines[0]}`);
  const entry = new Map<string, string>();
  for (const line of lines.slice(1)) {
    const [key, value] = readLine(line);
    if (entry.has(key)) throw new Error(`${key} is there twice`);
    entry.set(key, value);
  }
  for (const key of ["Type", "Name", "Exec"]) if (!entry.has(key)) throw new Error(`${key} is missing`);
  return entry;
}

function readLine(line: string): [string, string] {
  const equals = line.indexOf("=");
  const [key, raw] = [line.slice(0, equals), line.slice(equals + 1)];
  if (!KEY.test(key)) throw new Error(`this is no key: ${key}`);
  const name = key.replace(/\[.*/, "");
  if (!KNOWN.has(name) && !name.startsWith("X-")) throw new Error(`${name} has no meaning`);
  if (BOOLEANS.has(name) && !/^(?:true|false)$/.test(raw)) throw new Error(`${key} is neither true nor false`);
  if (/^[ \t]|[ \t]$/.test(raw)) throw new Error(`the blanks around the value of ${key} are lost`);
  return [key, unescaped(raw)];
}

function unescaped(raw: string): string {
  return raw.replace(/\\(.?)/g, (_, letter: string) => {
    const meant = { s: " ", n: "\n", t: "\t", r: "\r", "\\": "\\" }[letter];
    if (meant === undefined) throw new Error(`there is no escape sequence \\${letter}`);
    return meant;
  });
}

/** The words of a command, as the value of Exec means them after its escapes are undone. Throws where that is not defined. */
export function wordsOf(exec: string): string[] {
  const words: string[] = [];
  let rest = exec;
  while (rest !== "") {
    const quoted = /^"((?:[^"\\`$]|\\["`$\\])*)"( (?=.)|$)/su.exec(rest);
    const plain = /^([^ "]+)( (?=.)|$)/su.exec(rest);
    const [all, content] = quoted ?? plain ?? [];
    if (all === undefined || content === undefined) throw new Error(`no word begins here: ${rest}`);
    if (quoted === null && RESERVED.test(content)) throw new Error(`this must be quoted: ${content}`);
    words.push(withoutFieldCodes(quoted === null ? content : content.replace(/\\(.)/gsu, "$1")));
    rest = rest.slice(all.length);
  }
  if (words[0]?.includes("=") !== false) throw new Error("the program's path holds an equal sign");
  return words;
}

function withoutFieldCodes(word: string): string {
  return word.replace(/%(.?)/gsu, (code: string) => {
    if (code !== "%%") throw new Error(`this is a field code: ${code}`);
    return "%";
  });
}
