import { redactLine, redactLines } from "./lines.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import { serviceName } from "./service-names.ts";
import { redactHost, redactWord, userName } from "./words.ts";

/** What a label is followed by. */
type Labelled = "hosts" | "network" | "service" | "user";

interface Label {
  /** Groups: the label up to its value, the value, and what may follow. */
  readonly pattern: RegExp;
  readonly value: Labelled;
}

/** Labels by which the tools of both systems name hosts, domains, networks, services and users. */
const LABELS: readonly Label[] = [
  { pattern: /^(\s*(?:search domain\[\d+\]|domain)\s*: )(.+?)(\s*)$/, value: "hosts" },
  { pattern: /^(\s*(?:search|domain)\s+)(?!\[)(.+?)(\s*)$/, value: "hosts" },
  {
    pattern: /^(\s*(?:DNS Domain|DNSDomain|Domains|Computer Name|HostName|LocalHostName): ?)(.*?)(\s*)$/,
    value: "hosts",
  },
  {
    pattern: /^(\s*(?:\w*DomainName|\w*HostName|HostName|ServerName|RemoteAddress|CommRemoteAddress) : )(.*?)(\s*)$/,
    value: "hosts",
  },
  {
    pattern:
      /^(.*\b(?:host_name|domain_name|domain_search|fqdn\w*|nis_\w+|sname|wpad\w*)(?: \([\w ]+\))?(?: =|:) ?)(.*?)(\s*)$/,
    value: "hosts",
  },
  {
    pattern:
      /^(\s*(?:option |send )?(?:host-name|domain-name|domain-search|fqdn\.\w+|dhcp-client-identifier|server-name) )(.*?)(;?\s*)$/,
    value: "hosts",
  },
  {
    pattern: /^((?:HOSTNAME|DOMAINNAME|DOMAIN_SEARCH_LIST|CLIENTID|VENDOR_SPECIFIC|ROOT_PATH)=)(.*?)(\s*)$/,
    value: "hosts",
  },
  { pattern: /^(\s*(?:\w*SSID\w*|NetworkName|Current Wi-Fi Network)\s*: ?)(.+?)(\s*)$/, value: "network" },
  { pattern: /^(\s*(?:UserDefinedName|ServiceName)\s*: ?)(.+?)(\s*)$/, value: "service" },
  { pattern: /^(\((?:\d+|\*)\) )(.+?)(\s*)$/, value: "service" },
  { pattern: /^(\(Hardware Port: )(.*)(, Device: .*\)\s*)$/, value: "service" },
  { pattern: /^(There aren't any DNS Servers set on )(.*?)(\.?\s*)$/, value: "service" },
  { pattern: /^(\s*\w*(?:UserName|AuthName)\s*: ?)(.+?)(\s*)$/, value: "user" },
];
/** Lists of scutil whose entries are domains. */
const LIST = /^\s+(SearchDomains|SupplementalMatchDomains|DomainSearch) : <array> \{/;
const LIST_ENTRY = /^(\s+\d+ : )(.*?)(\s*)$/;
/** What `resolvectl` prints below a label, without repeating it. */
const DOMAINS_GO_ON = /^\s*DNS Domain:/;
const BELOW_LABEL = /^(\s{8,})([^:]+?)(\s*)$/;
/** A line of a hosts file, and the mark that vpn-slice ends its own with (openconnect-facts §2.4). */
const HOSTS_LINE = /^(\s*[\da-f.:]+(?:%\w+)?\s+)([^#]*?)(\s*#.*|\s*)$/i;
const SLICE_MARK = /^(.*# vpn-slice-)(\S+)( AUTOCREATED(?: \d+)?\s*)$/;

/** Output of tools and files with a label before each value. `isHosts` tells that addresses are followed by names. */
export function redactLabelled(text: string, pseudonyms: Pseudonyms, isHosts = false): string {
  let inside: RegExp | null = null;
  return redactLines(text, (line) => {
    if (LIST.test(line)) inside = LIST_ENTRY;
    else if (DOMAINS_GO_ON.test(line)) inside = BELOW_LABEL;
    else if (inside !== null && !inside.test(line)) inside = null;
    const [, before = "", value = "", after = ""] =
      inside?.exec(line) ?? (isHosts ? HOSTS_LINE.exec(line) : null) ?? [];
    if (before !== "") return around(before, redactHosts(value, pseudonyms), after, pseudonyms);
    return redactLabelledLine(line, pseudonyms);
  });
}

function redactLabelledLine(line: string, pseudonyms: Pseudonyms): string {
  for (const { pattern, value: kind } of LABELS) {
    const [, before, value = "", after = ""] = pattern.exec(line) ?? [];
    if (before !== undefined) return around(before, redactValue(kind, value, pseudonyms), after, pseudonyms);
  }
  return rest(line, pseudonyms);
}

function around(before: string, value: string, after: string, pseudonyms: Pseudonyms): string {
  return rest(before, pseudonyms) + value + rest(after, pseudonyms);
}

function rest(text: string, pseudonyms: Pseudonyms): string {
  const [, before = "", name = "", after = ""] = SLICE_MARK.exec(text) ?? [];
  if (name === "") return redactLine(text, pseudonyms, "prose");
  return redactLine(before, pseudonyms, "prose") + redactWord(name, pseudonyms, "value") + after;
}

function redactValue(kind: Labelled, value: string, pseudonyms: Pseudonyms): string {
  if (value === "" || /^<\w+>/.test(value)) return value;
  switch (kind) {
    case "hosts":
      return redactHosts(value, pseudonyms);
    case "network":
      return pseudonyms.name("network", value);
    case "service":
      return serviceName(value, pseudonyms);
    case "user":
      return userName(value, pseudonyms);
  }
}

/** Names of hosts and domains with blanks, commas or quotation marks between them; `~` before one is resolved's. */
function redactHosts(value: string, pseudonyms: Pseudonyms): string {
  return value.replaceAll(/[^\s,;"'~{}]+/g, (name) => redactHost(name, pseudonyms));
}
