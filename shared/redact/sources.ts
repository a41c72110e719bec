import { isCommand, ownArguments, parseSource, quoteWord } from "../capture/source.ts";
import { hostName } from "./host-names.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import { serviceName } from "./service-names.ts";
import { redactPath, redactText } from "./words.ts";

const OPTION = /^--?[A-Za-z][A-Za-z-]{0,20}$/;
/** Behind this option of networksetup stands the name of a service. */
const SERVICE_OPTION = /^-(?:get|set)\w+$/;
const RESOLVER_FOLDER = /^((?:\/private)?\/etc\/resolver\/)(.+)$/;

/** The source text of a file: what was asked stays, of whom or of what is replaced. */
export function redactSource(source: string, pseudonyms: Pseudonyms): string {
  const parsed = parseSource(source);
  if (parsed.kind === "file") return `file:${redactFilePath(parsed.path, pseudonyms)}`;
  if (parsed.kind === "log") return `log:${redactText(parsed.client, pseudonyms, "value")}`;
  const [option = "", ...words] = isCommand(parsed, "networksetup") ? ownArguments(parsed) : [];
  if (SERVICE_OPTION.test(option) && words.length > 0) {
    const name = serviceName(words.join(" "), pseudonyms);
    return `${source.slice(0, source.indexOf(option))}${option} ${quoteWord(name)}`;
  }
  return source.replaceAll(/\S+/g, (word) => (OPTION.test(word) ? word : redactText(word, pseudonyms, "value")));
}

/** The name of a file in the capture folder: a plain name again. */
export function redactFileName(name: string, pseudonyms: Pseudonyms): string {
  return redactText(name, pseudonyms, "value").replaceAll("/", "-");
}

function redactFilePath(path: string, pseudonyms: Pseudonyms): string {
  const [, folder, domain = ""] = RESOLVER_FOLDER.exec(path) ?? [];
  return folder === undefined ? redactPath(path, pseudonyms) : folder + hostName(domain, pseudonyms);
}
