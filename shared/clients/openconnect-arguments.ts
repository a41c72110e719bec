import { isAddress } from "../network/address.ts";

/** What an openconnect command line says. */
export interface OpenconnectArguments {
  /** Host name or address without scheme, port and path; null when it is not on the command line. */
  readonly server: string | null;
  readonly interface: string | null;
  readonly script: string | null;
  /** Addresses given by `--resolve HOST:ADDRESS`. */
  readonly resolved: readonly string[];
  /** `--protocol`; null when it is left out, which means AnyConnect's. */
  readonly protocol: string | null;
  /** Whether it goes to the background once its tunnel is up (`-b`). */
  readonly background: boolean;
  /** Whether packets go to a program instead of a tunnel interface (`-S`, with ocproxy). */
  readonly withoutInterface: boolean;
}

/** Options that take a value, which may be the next word (openconnect 9.12, main.c and --help). All others are flags. */
const WITH_VALUE = new Set(
  (
    "--config --certificate --cert-expire-warning --sslkey --pid-file --usergroup --user --interface --mtu --base-mtu " +
    "--key-password --proxy --proxy-auth --http-auth --queue-len --script --setuid --server --token-mode --token-secret " +
    "--xmlconfig --authgroup --cafile --dtls-ciphers --dtls12-ciphers --dtls-local-port --form-entry --force-dpd " +
    "--force-trojan --trojan-interval --gnutls-debug --local-hostname --os --protocol --reconnect-timeout --resolve " +
    "--servercert --sni --useragent --version-string --csd-user --csd-wrapper --external-browser --compression --cookie " +
    "--mca-certificate --mca-key --mca-key-password"
  ).split(" "),
);
const SHORT_WITH_VALUE = new Map(
  Object.entries({
    c: "--certificate",
    C: "--cookie",
    e: "--cert-expire-warning",
    F: "--form-entry",
    g: "--usergroup",
    i: "--interface",
    k: "--sslkey",
    m: "--mtu",
    p: "--key-password",
    P: "--proxy",
    Q: "--queue-len",
    s: "--script",
    u: "--user",
    U: "--setuid",
    x: "--xmlconfig",
  }),
);

interface Option {
  readonly name: string;
  /** Null for a flag; undefined when the value is the next word. */
  readonly value: string | null | undefined;
}

/** Reads the argument vector of an openconnect process, program name first. */
export function readOpenconnectArguments(words: readonly string[]): OpenconnectArguments {
  const options = new Map<string, string[]>();
  const servers: string[] = [];
  const behindScript: string[] = [];
  const flags = new Set<string>();
  let last: string | null = null;
  for (let index = 1; index < words.length; index++) {
    const word = words[index] ?? "";
    if (!word.startsWith("-") || word === "-") {
      (last === "--script" ? behindScript : servers).push(word);
      continue;
    }
    const { name, value = words[++index] ?? null } = readOption(word);
    for (const flag of flagsOf(word)) flags.add(flag);
    if (value !== null) options.set(name, [...(options.get(name) ?? []), value]);
    last = name;
  }
  const lastOf = (name: string) => options.get(name)?.at(-1) ?? null;
  return {
    server: serverAmong(servers) ?? serverAmong(behindScript) ?? hostOf(lastOf("--server") ?? ""),
    interface: lastOf("--interface"),
    script: lastOf("--script"),
    resolved: (options.get("--resolve") ?? []).map((entry) => entry.slice(entry.indexOf(":") + 1)),
    protocol: lastOf("--protocol"),
    background: flags.has("b") || flags.has("--background"),
    withoutInterface: flags.has("S") || flags.has("--script-tun"),
  };
}

// The letters of short flags, up to one that takes a value; a long option as it stands.
function flagsOf(word: string): string[] {
  if (word.startsWith("--")) return [word];
  const letters = [...word.slice(1)];
  const valued = letters.findIndex((letter) => SHORT_WITH_VALUE.has(letter));
  return valued < 0 ? letters : letters.slice(0, valued);
}

/**
 * Takes a word of short options apart (`-b`, `-bs`, `-ulin`): its letters up to one that takes a value, the long name of
 * that one, and the value that stands right behind it. Of mere flags the name is the word itself. `value` is null where
 * none stands there.
 */
export function openconnectOption(word: string): { flags: string; name: string; value: string | null } {
  const at = [...word].findIndex((letter, index) => index > 0 && SHORT_WITH_VALUE.has(letter));
  if (at < 0) return { flags: word, name: word, value: null };
  return {
    flags: word.slice(0, at + 1),
    name: SHORT_WITH_VALUE.get(word[at] ?? "") ?? word,
    value: word.slice(at + 1) || null,
  };
}

// getopt's rules: `--script=x`, `--script x`, `--scr x`, `-sx`, `-s x`, and flags bundled before one that takes a value
// (`-bs x`).
function readOption(word: string): Option {
  if (word.startsWith("--")) {
    const equals = word.indexOf("=");
    const given = equals > 0 ? word.slice(0, equals) : word;
    const name = WITH_VALUE.has(given) ? given : [...WITH_VALUE].find((option) => option.startsWith(given));
    return { name: name ?? given, value: equals > 0 ? word.slice(equals + 1) : name === undefined ? null : undefined };
  }
  const at = [...word].findIndex((letter, index) => index > 0 && SHORT_WITH_VALUE.has(letter));
  if (at < 0) return { name: word, value: null };
  return { name: SHORT_WITH_VALUE.get(word[at] ?? "") ?? "", value: word.slice(at + 1) || undefined };
}

/**
 * openconnect takes one server. `ps` loses the quotes around `--script 'vpn-slice 10.0.0.0/8'`, so words behind the
 * script may be its arguments: they count only when no other word can be the server, and a network never does.
 */
function serverAmong(words: readonly string[]): string | null {
  const word = words.findLast((entry) => !isNetwork(entry) && !/^%|^[^/:?]+=/.test(entry));
  return word === undefined ? null : hostOf(word);
}

function isNetwork(word: string): boolean {
  const [address = "", length] = word.split("/");
  return length !== undefined && /^\d{1,3}$/.test(length) && isAddress(address);
}

/** The host of `https://host:443/group`, `host/group`, `[2001:db8::1]:443` or `host`; null when there is none. */
function hostOf(text: string): string | null {
  const rest = text.replace(/^[a-z]+:\/\//i, "");
  const bracketed = /^\[([^\]]+)\]/.exec(rest);
  if (bracketed?.[1] !== undefined) return bracketed[1];
  const authority = rest.split(/[/?]/)[0] ?? "";
  const colons = authority.split(":").length - 1;
  const host = colons === 1 ? (authority.split(":")[0] ?? "") : authority;
  return host === "" ? null : host;
}
