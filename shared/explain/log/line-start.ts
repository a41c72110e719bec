/** The ways to read a line whose message may stand behind a time, a log program's words or a prompt. */
export interface LineReadings {
  /** From the whole line to what is left when every layer is taken off; white space collapsed, none at the ends. */
  readonly texts: readonly string[];
  /** Time as it was printed, null when the line has none. */
  readonly timestamp: string | null;
  /** True when a shell prompt stands before the last reading, so that it is what a person typed. */
  readonly typed: boolean;
}

/** Longer lines are no message of any tool in the catalogue; the rest is not looked at. */
const LONGEST_LINE = 4_000;

/** At most so many layers are taken off one line (journal, then client, then client's own time). */
const MOST_LAYERS = 5;

// ECMA-48: control sequences (colours, cursor), operating system commands (window titles), then any other control character.
const TERMINAL_CODES = new RegExp(
  ["\\u001b\\[[0-?]*[ -/]*[@-~]", "\\u001b\\][^\\u0007\\u001b]*(?:\\u0007|\\u001b\\\\)?", "\\u001b."].join("|"),
  "g",
);
const CONTROL_CHARACTERS = new RegExp("[\\u0000-\\u001f\\u007f\\ufeff\\u200b\\u200e\\u200f]+", "g");

const CLOCK = "\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?";
const DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
/** `2026-11-30 07:00:00.123456+0100`, `2026/11/30 07:00`, `30.11.2026 07:00:00`. */
const DATE = "(?:\\d{4}[-/]\\d{2}[-/]\\d{2}|\\d{2}[./]\\d{2}[./]\\d{4})";
const DATE_TIME = `${DATE}[ T](?:${CLOCK}|\\d{2}:\\d{2}(?![:\\d]))(?: ?(?:Z|[+-]\\d{2}:?\\d{2})(?![^\\s\\]]))?`;
const SYSLOG_TIME = `${MONTH} [ \\d]?\\d ${CLOCK}`;
/** ctime(3), as OpenVPN printed it until 2.4. */
const LONG_TIME = `${DAY} ${SYSLOG_TIME} \\d{4}`;

const TIMES = [LONG_TIME, `(?:${DAY} )?${DATE_TIME}`, SYSLOG_TIME, CLOCK].join("|");
/** Times in the forms of `openconnect --timestamp`, OpenVPN, syslog, the journal and the programs around openconnect. */
const TIME = new RegExp(`^(?:\\[(${TIMES})\\]\\s*|(${TIMES})(?:\\s+|$))`);

/**
 * `host program[pid]:` of syslog, `program:` or `program[pid]:` of a wrapper, level words, what macOS's `log show` and the
 * windows around openconnect and OpenVPN put between time and message, quotation marks of mail and chat.
 */
const LAYERS: readonly RegExp[] = [
  /^0x[\da-f]{1,16} [A-Z][a-z]{1,15} 0x[\da-f]{1,16} \d{1,10} \d{1,10} [\w.-]{1,64}: (?:\([\w.-]{1,64}\) )?/,
  /^\| [\da-f]{1,16} \| /,
  /^us=\d{1,6} /,
  /^(?:LIB:|\*Tunnelblick:|\[(?:openconnect|openvpn|vpn)\]:?)\s+/i,
  /^[\w.-]{1,64} [\w./-]{1,64}(?:\[\d{1,10}\])?: /,
  /^(?:openconnect|ecnuvpn|vpn|sudo|nm-openconnect\S{0,40}|NetworkManager)(?:\[\d{1,10}\])?:\s+/i,
  /^[\w-]{1,32}\[\d{1,10}\]:\s+/,
  /^[[<]?(?:debug|info|notice|warn|warning|error|err)[\]>]:?\s+/i,
  /^(?:DEBUG|INFO|NOTICE|WARN|ERROR):?\s+/,
  /^>\s+/,
];

/** `user@host folder %`, `[user@host folder]$`, `host:folder user$`, a bare `$`, `%` or `#`, and the arrow of oh-my-zsh. */
const PROMPT =
  /^(?:\[?[\w.-]{1,64}@[\w.-]{1,64}[^$%#]{0,120}[$%#]|[\w.-]{1,64}:\S{1,120} [\w.-]{1,64}[$%#]|[$%#➜])\s+/u;

/** Takes terminal codes, time, words of log programs and a prompt off a line, one after the other. `raw` has no line end. */
export function lineReadings(raw: string): LineReadings {
  let text = tidy(raw);
  const texts = [text];
  let timestamp: string | null = null;
  for (let layer = 0; layer < MOST_LAYERS; layer++) {
    const time = TIME.exec(text);
    timestamp ??= time?.slice(1).find((group) => group !== undefined) ?? null;
    const start = time ?? firstLayer(text);
    if (start === null) break;
    text = text.slice(start[0].length);
    texts.push(text);
  }
  const prompt = PROMPT.exec(text);
  if (prompt !== null) texts.push(text.slice(prompt[0].length));
  return { texts, timestamp, typed: prompt !== null };
}

function firstLayer(text: string): RegExpExecArray | null {
  return LAYERS.reduce<RegExpExecArray | null>((found, layer) => found ?? layer.exec(text), null);
}

function tidy(raw: string): string {
  return raw
    .slice(0, LONGEST_LINE)
    .replace(TERMINAL_CODES, "")
    .replace(/\t/g, " ")
    .replace(CONTROL_CHARACTERS, "")
    .replace(/ {2,}/g, " ")
    .trim();
}
