// @ts-check
import { EXIT } from "../../electron/cli/exit-code.ts";

/** @type {Readonly<Record<keyof typeof EXIT, string>>} */
const meanings = {
  fine: "nothing wrong, or done",
  problems: "problems found, or left",
  usage: "wrong usage or unreadable input: one line on standard error",
  rights: "needs rights that it has not got: the line names the command that has them",
  changed: "the machine changed in the meantime: nothing was done",
};

/** The exit codes of the command line with what each means, in English. */
export const exitCodes = Object.entries(EXIT).map(([name, code]) => ({
  code,
  meaning: meanings[/** @type {keyof typeof EXIT} */ (name)],
}));
