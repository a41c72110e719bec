import { openconnectOption } from "../clients/openconnect-arguments.ts";
import { redactProgram } from "./programs.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import { redactAccount, redactHost, redactText, redactWord } from "./words.ts";
import { isVocabulary } from "./vocabulary.ts";

const OPTION = /^(--?[A-Za-z][\w.-]*)(?:(=)(.*))?$/s;
/** Options of any program whose value names a user. */
const USER_OPTION = /^(?:-u|-l|--user|--username|--login|--login-name|--setuid|-user|user)$/;
/** Options of any program whose value is a host, a domain or a server. */
const HOST_OPTION =
  /^(?:--server|--remote|--host|--hostname|--local-hostname|--sni|--domain|--gateway|--portal|--address|--proxy|--connect|-remote|-host)$/;
/** Options whose value is a secret, or leads to one. */
const SECRET_OPTION = /(?:^-[pC]$|cookie|passw|passphrase|secret|token|key|pin-?code|credential|auth(?:file|pass))/i;
/** Programs that run another one, whose name comes behind their own options. */
const WRAPPER =
  /^(?:sudo|env|nohup|nice|exec|doas|setsid|timeout|caffeinate|bash|sh|zsh|dash|python\d*|perl|ruby|node)$/;

type ValueOf = "user" | "host" | "secret" | "other";

/**
 * An argument vector, program name first, whose values are replaced: programs, options and numbers stay, and each word
 * stays one word. Where `program` is given, it decides which grammar the options follow.
 */
export function redactArguments(words: readonly string[], program: string | null, pseudonyms: Pseudonyms): string[] {
  const [title = "", ...others] = words;
  // Some programs write all their words into the first one.
  if (title.includes(" ") && others.every((word) => word === "")) {
    return [redactArguments(title.split(" "), program, pseudonyms).join(" "), ...others];
  }
  const result: string[] = [];
  let expected: ValueOf | null = null;
  let grammar = baseName(program ?? words[0] ?? "");
  let programIsNext = true;
  for (const word of words) {
    if (programIsNext && expected !== "user" && !word.startsWith("-")) {
      grammar = baseName(word);
      programIsNext = WRAPPER.test(grammar);
      result.push(redactProgram(word, pseudonyms));
      continue;
    }
    const option = optionOf(word, grammar, pseudonyms);
    if (option === null) {
      result.push(redactValue(word, expected ?? "other", pseudonyms));
      expected = USER_OPTION.test(word) ? "user" : null;
      continue;
    }
    const value = option.value === null ? "" : redactValue(option.value, option.kind, pseudonyms);
    result.push(option.name + option.between + value);
    expected = option.value === null ? option.kind : null;
  }
  return result;
}

interface Option {
  /** As it is shown. */
  readonly name: string;
  readonly between: string;
  /** Null when the value, if it has one, is the next word. */
  readonly value: string | null;
  readonly kind: ValueOf;
}

function optionOf(word: string, grammar: string, pseudonyms: Pseudonyms): Option | null {
  if (!word.startsWith("-") || word === "-" || word === "--") return null;
  if (grammar === "openconnect" && !word.startsWith("--")) {
    const { flags, name, value } = openconnectOption(word);
    return { name: flags, between: "", value, kind: kindOf(name) };
  }
  const [, name, equals = "", value] = OPTION.exec(word) ?? [];
  if (name === undefined) return { name: "-", between: "", value: word.slice(1), kind: "other" };
  const shown = redactOptionName(name, pseudonyms);
  return { name: shown, between: equals, value: value ?? null, kind: kindOf(name) };
}

function kindOf(name: string): ValueOf {
  if (USER_OPTION.test(name)) return "user";
  if (HOST_OPTION.test(name)) return "host";
  return SECRET_OPTION.test(name) ? "secret" : "other";
}

// `-psecret`, `-ualice`: a value may stand right behind a letter.
function redactOptionName(name: string, pseudonyms: Pseudonyms): string {
  const isLong = name.startsWith("--");
  if (isLong || name.length <= 2 || isVocabulary(name.slice(1)) || /^-[a-z]{2}$/i.test(name)) {
    return isLong && /\d{4}/.test(name) ? `--${redactWord(name.slice(2), pseudonyms, "value")}` : name;
  }
  return name.slice(0, 2) + pseudonyms.leftOut();
}

function redactValue(value: string, kind: ValueOf, pseudonyms: Pseudonyms): string {
  if (value === "") return value;
  if (kind === "user") return redactAccount(value, pseudonyms);
  if (kind === "host") return redactHost(value, pseudonyms);
  if (kind === "secret" && !/^(?:[~./]|\d{1,5}$)/.test(value)) return pseudonyms.leftOut();
  return redactText(value, pseudonyms, "value");
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
