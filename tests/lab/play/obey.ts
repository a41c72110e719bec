import type { Lab } from "../lab.ts";
import { runHoldfast } from "../holdfast/run-holdfast.ts";
import type { Command } from "./commands.ts";

/** The list of what can be typed. */
export function menuOf(commands: Readonly<Record<string, Command>>): string {
  const entries = Object.entries(commands).map(([name, { help }]) => [name, help]);
  const all = [
    ...entries,
    ["holdfast …", "the command-line program on the laptop, e.g. holdfast doctor"],
    ["quit", "end"],
  ];
  return all.map(([name = "", help]) => `  ${name.padEnd(14)}${help}`).join("\n");
}

/** Does what one typed line says and returns what to print; a command that fails gives its error's message. */
export async function obey(line: string, lab: Lab, commands: Readonly<Record<string, Command>>): Promise<string> {
  const words = line.trim().split(/\s+/);
  if (words[0] === "holdfast") {
    const { stdout, stderr, code } = await runHoldfast(lab.laptop, ...words.slice(1));
    return `${stdout}${stderr}exit code ${code}`;
  }
  const command = commands[words.join(" ")];
  if (!command) return menuOf(commands);
  try {
    return await command.run();
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  }
}
