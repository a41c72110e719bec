import { isOfUser } from "./paths.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import { isVocabulary } from "./vocabulary.ts";
import { redactPath, redactText } from "./words.ts";

const PROGRAM = /^[\w.+\\-]+:?$/;

/** The path of a running program: its own name stays, unless it lies where a user keeps things of his own. */
export function redactProgram(path: string, pseudonyms: Pseudonyms): string {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const name = path.slice(folder.length);
  if (isOfUser(folder) || !PROGRAM.test(name)) return redactText(path, pseudonyms, "value");
  const isKept = isVocabulary(name) || pseudonyms.known(name) === null;
  return redactPath(folder, pseudonyms) + (isKept ? name : pseudonyms.name("name", name));
}
