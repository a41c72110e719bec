import { quoteWord } from "../../shared/capture/source.ts";
import { commandLine } from "./command-line.ts";
import type { Tool } from "./command-line.ts";
import { commandSensor } from "./sensor.ts";
import type { Sensor } from "./sensor.ts";

/** A sensor for a command whose source is its program's name and its words, e.g. `netstat -rn`. */
export function toolSensor(
  name: string,
  tool: Tool,
  program: string,
  words: readonly string[],
  limits: Parameters<typeof commandSensor>[3] = {},
): Sensor {
  return commandSensor(name, [program, ...words.map(quoteWord)].join(" "), commandLine(tool, words), limits);
}

/**
 * A sensor for one question to the dynamic store, e.g. `show State:/Network/Global/IPv4`. scutil reads its questions
 * from standard input (macos-facts §9.3); the key is data there, never part of a command.
 */
export function scutilSensor(name: string, scutil: Tool, question: string): Sensor {
  return commandSensor(name, `scutil ${question}`, { ...commandLine(scutil, []), input: `${question}\nquit\n` });
}
