/** What an openconnect command line says. */
export interface OpenconnectArguments {
  /** Host name or address without scheme, port and path; null when it is not on the command line. */
  readonly server: string | null;
  readonly interface: string | null;
  readonly script: string | null;
  /** Addresses given by `--resolve HOST:ADDRESS`. */
  readonly resolved: readonly string[];
}

/** Options that take their value from the next word (openconnect 9.12, --help). Any other option is a flag or carries `=`. */
const WITH_VALUE = new Set(
  (
    "-b= --config -c --certificate -e --cert-expire-warning -k --sslkey --pid-file -g --usergroup -u --user -i --interface " +
    "-m --mtu --base-mtu -p --key-password --proxy -P --queue-len -s --script -S= --token-mode --token-secret -x --xmlconfig " +
    "--authgroup --cafile --disable-dtls= --dtls-ciphers --dtls12-ciphers --dtls-local-port --dump-http-traffic= -F --form-entry " +
    "--force-dpd --force-trojan --gnutls-debug --gnutls-priority --local-hostname --os --protocol --reconnect-timeout --resolve " +
    "--servercert --setuid -U --setuid --sni --useragent --version-string --csd-user --csd-wrapper --trojan-interval " +
    "--external-browser --compression -C --cookie --mca-certificate --mca-key --mca-key-password --request-ip --cookie-on-stdin="
  )
    .split(" ")
    .filter((option) => !option.endsWith("=")),
);

/** Reads the argument vector of an openconnect process, program name first. */
export function readOpenconnectArguments(words: readonly string[]): OpenconnectArguments {
  const options = new Map<string, string[]>();
  let server: string | null = null;
  for (let index = 1; index < words.length; index++) {
    const word = words[index] ?? "";
    if (!word.startsWith("-")) {
      server = hostOf(word);
      continue;
    }
    const [name, inline] = splitOption(word);
    const value = inline ?? (WITH_VALUE.has(name) ? words[++index] : undefined);
    if (value !== undefined) options.set(name, [...(options.get(name) ?? []), value]);
  }
  const last = (...names: string[]) => names.flatMap((name) => options.get(name) ?? []).at(-1) ?? null;
  return {
    server: server ?? hostOf(last("--server") ?? ""),
    interface: last("-i", "--interface"),
    script: last("-s", "--script"),
    resolved: (options.get("--resolve") ?? []).map((entry) => entry.slice(entry.indexOf(":") + 1)),
  };
}

function splitOption(word: string): [string, string | undefined] {
  const equals = word.indexOf("=");
  if (word.startsWith("--") && equals > 0) return [word.slice(0, equals), word.slice(equals + 1)];
  // `-iutun6`: a short option with its value attached.
  if (!word.startsWith("--") && word.length > 2 && WITH_VALUE.has(word.slice(0, 2)))
    return [word.slice(0, 2), word.slice(2)];
  return [word, undefined];
}

/** The host of `https://host:443/group`, `host/group`, `[2001:db8::1]:443` or `host`; null when there is none. */
function hostOf(text: string): string | null {
  const rest = text.replace(/^[a-z]+:\/\//i, "");
  const bracketed = /^\[([^\]]+)\]/.exec(rest);
  if (bracketed?.[1] !== undefined) return bracketed[1];
  const authority = rest.split("/")[0] ?? "";
  const colons = authority.split(":").length - 1;
  const host = colons === 1 ? (authority.split(":")[0] ?? "") : authority;
  return host === "" ? null : host;
}
