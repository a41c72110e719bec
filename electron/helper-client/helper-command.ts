import type { ConnectOptions, HelperMode } from "./helper-connection.ts";
import { locateHelper } from "./locate-helper.ts";
import { locateNode } from "./locate-node.ts";

/** Without code made from text, without native add-ons, with a bounded heap (helper-security §1.7; those that Node 20 knows). */
const NODE_FLAGS = [
  "--disallow-code-generation-from-strings",
  "--disable-proto=delete",
  "--no-addons",
  "--no-warnings",
  "--max-old-space-size=128",
];

/** How the helper is to be started when the caller leaves it open: as a child of root, else by sudo. */
export function modeOf(options: ConnectOptions): HelperMode {
  return options.mode ?? (process.geteuid?.() === 0 ? "child" : "sudo");
}

/** The argument vector that starts the helper. Throws HelperFailure `helper-missing`, `runtime-missing`. */
export function helperCommand(options: ConnectOptions): string[] {
  const program = [options.node ?? locateNode(), ...NODE_FLAGS, options.helper ?? locateHelper()];
  switch (modeOf(options)) {
    case "child":
      return [...program, "--child", ...stateDirectoryOption(options)];
    case "sudo":
      // -n: without a password or not at all; whoever wants to type one runs the whole command with sudo.
      return ["/usr/bin/sudo", "-n", "--", ...program, "--once"];
    case "pkexec":
      return ["/usr/bin/pkexec", ...program, "--once"];
  }
}

// Read from the environment only by a process that is root already; sudo and pkexec never hand it over.
function stateDirectoryOption({ stateDirectory = process.env["HOLDFAST_STATE_DIRECTORY"] }: ConnectOptions): string[] {
  return stateDirectory === undefined ? [] : [`--state-directory=${stateDirectory}`];
}
