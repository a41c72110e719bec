import { readIpCommand } from "../capture/ip-command.ts";
import { isCommand, optionLetters, ownArguments, parseSource } from "../capture/source.ts";
import type { CommandSource } from "../capture/source.ts";
import { isPrompt } from "../capture/text-lines.ts";
import type { OperatingSystem } from "../snapshot/snapshot.ts";
import { redactControls } from "./controls-form.ts";
import { redactJson } from "./json-form.ts";
import { redactKernelTable } from "./kernel-tables-form.ts";
import { redactLabelled } from "./labelled-form.ts";
import { redactLog } from "./log-form.ts";
import { redactLsof } from "./lsof-form.ts";
import { redactNetstat } from "./netstat-form.ts";
import { redactNmcli } from "./nmcli-form.ts";
import { redactLine, redactLines } from "./lines.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import { redactPs } from "./ps-form.ts";
import { redactRecords } from "./records-form.ts";

const KERNEL_TABLE = /^\/proc\/(?:\w+\/)?net\//;
const HOSTS = /\/etc\/hosts$/;

/** The text of a file by the form that its source prints. Throws `UnreadableOutput` for a text with NUL. */
export function redactFileText(text: string, source: string, os: OperatingSystem, pseudonyms: Pseudonyms): string {
  const parsed = parseSource(source);
  switch (parsed.kind) {
    case "log":
      return redactLog(text, pseudonyms);
    case "file":
      return KERNEL_TABLE.test(parsed.path)
        ? redactKernelTable(text, pseudonyms)
        : redactLabelled(text, pseudonyms, HOSTS.test(parsed.path));
    case "command":
      return redactOutput(text, parsed, os, pseudonyms);
  }
}

function redactOutput(text: string, source: CommandSource, os: OperatingSystem, pseudonyms: Pseudonyms): string {
  if (source.program === "holdfast") return redactRecords(text, pseudonyms);
  if (isCommand(source, "ps")) return redactPs(text, source, pseudonyms);
  if (isCommand(source, "lsof")) return redactLsof(text, pseudonyms);
  if (isCommand(source, "nmcli")) return redactNmcli(text, source, pseudonyms);
  const ip = readIpCommand(source);
  if (ip !== null) return ip.json ? redactJson(text, pseudonyms) : redactIpText(text, pseudonyms);
  if (os === "darwin" && isCommand(source, "netstat")) return redactTables(text, source, pseudonyms);
  return redactLabelled(text, pseudonyms);
}

// Names of tables stand in rules and routes, in JSON and in text: the same must be the same again.
function redactIpText(text: string, pseudonyms: Pseudonyms): string {
  return redactLines(text, (line) => {
    const isTyped = isPrompt({ number: 0, text: line });
    return redactLine(line, pseudonyms, isTyped ? "prose" : "value");
  });
}

function redactTables(text: string, source: CommandSource, pseudonyms: Pseudonyms): string {
  const words = ownArguments(source);
  const family = words[words.indexOf("-f") + 1];
  if (!optionLetters(source).includes("r")) return redactControls(text, pseudonyms);
  return redactNetstat(text, family === "inet6" ? "inet6" : "inet", pseudonyms);
}
