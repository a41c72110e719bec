import { CLIENT_KINDS } from "../clients/client-kinds.ts";
import { catalogue } from "../explain/log/catalogue.ts";
import { KNOWN_WORDS } from "./known-words.ts";

/** Marks between the parts of one word: of a program, an option, a key, a file. */
const BETWEEN = /[.\-_+:,/]+/;
/** Four numbers in a row may be an address, also in the name of a host (`ip-10-0-0-5`). */
const FOUR_NUMBERS = /\d+(?:[.\-_]\d+){3}/;
const NUMBER = /^\d{1,6}[a-z]?$/;
/** Interfaces and terminals by the names that kernels give. */
const DEVICE =
  /^(?:lo|en|eth|wlan|wlp|enp|eno|ens|wwan|utun|tun|tap|ppp|ipsec|bridge|br|awdl|llw|anpi|ap|gif|stf|feth|vmnet|vboxnet|vmenet|vlan|bond|docker|virbr|veth|wg|tailscale|zt|gpd|cscotun|vpn|vti|dummy|team|usb|pktap|iptap|xhc|p2p|fw|vmbr|lxcbr|lxdbr|cni|podman|sit|gre|ip6tnl|tunl|tty[A-Za-z]{0,4}|pts|fd|disk|if)\d{1,5}(?:[a-z]\d{1,4})*$/;
/** `{name}` and `{name:kind}` in the patterns of the log catalogue. */
const ARGUMENT = /\{\w+(?::\w+)?\}/g;
const WORD = /[\p{L}\p{N}\p{M}_]+/gu;

let words: ReadonlySet<string> | null = null;

/** Whether a word, or each of its parts, belongs to the programs that are observed and says nothing of their user. */
export function isVocabulary(word: string): boolean {
  words ??= vocabulary();
  const lower = word.toLowerCase();
  if (FOUR_NUMBERS.test(lower)) return false;
  return words.has(lower) || lower.split(BETWEEN).every((part) => isKnownPart(part, words));
}

function isKnownPart(part: string, known: ReadonlySet<string> | null): boolean {
  return part === "" || NUMBER.test(part) || DEVICE.test(part) || known?.has(part) === true;
}

/** What the tools print, what Holdfast's own log catalogue says, and what the clients are called. */
function vocabulary(): ReadonlySet<string> {
  const messages = catalogue.flatMap(({ patterns }) => patterns).map((pattern) => pattern.replaceAll(ARGUMENT, " "));
  const programs = CLIENT_KINDS.flatMap(({ kind, executables }) => [kind, ...executables]);
  const texts = [...messages, ...programs, ...KNOWN_WORDS];
  return new Set(texts.flatMap((text) => [...text.toLowerCase().matchAll(WORD)].map(([word]) => word)));
}
