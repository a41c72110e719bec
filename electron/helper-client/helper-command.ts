import type { ConnectOptions, HelperMode } from "./helper-connection.ts";
import { LINUX_PLACES } from "../../shared/helper-setup/places.ts";
import { isTrustedPath } from "../trust/trusted-path.ts";
import { locateHelper } from "./locate-helper.ts";
import { locateNode } from "./locate-node.ts";

/**
 * Without code made from text, without native add-ons, with a bounded heap (helper-security §1.7; those that Node 20 knows). And
 * without the optimising compiler: before its work pays the helper has ended, so it only takes processor time from it.
 */
const NODE_FLAGS = [
  "--disallow-code-generation-from-strings",
  "--disable-proto=delete",
  "--no-addons",
  "--no-opt",
  "--no-warnings",
  "--max-old-space-size=128",
];

/** The argument vector that starts a helper of our own. Throws HelperFailure `helper-missing`, `runtime-missing`. */
export function helperCommand(mode: Exclude<HelperMode, "socket">, options: ConnectOptions): string[] {
  switch (mode) {
    case "child":
      return [...program(options), "--child", ...stateDirectoryOption(options)];
    case "sudo":
      // -n: without a password or not at all; whoever wants to type one runs the whole command with sudo.
      return ["/usr/bin/sudo", "-n", "--", ...rootsProgram(options), "--once"];
    case "pkexec":
      return ["/usr/bin/pkexec", ...rootsProgram(options), "--once"];
  }
}

function program(options: ConnectOptions): string[] {
  return [options.node ?? locateNode(), ...NODE_FLAGS, options.helper ?? locateHelper()];
}

// Root's own copy where one is installed: nobody else can change it, and polkit has words of its own for it.
function rootsProgram(options: ConnectOptions): string[] {
  const isInstalled = options.helper === undefined && options.node === undefined && isTrustedPath(LINUX_PLACES.bundle);
  return isInstalled ? [LINUX_PLACES.bundle] : program(options);
}

// Read from the environment only by a process that is root already; sudo and pkexec never hand it over.
function stateDirectoryOption({ stateDirectory = process.env["HOLDFAST_STATE_DIRECTORY"] }: ConnectOptions): string[] {
  return stateDirectory === undefined ? [] : [`--state-directory=${stateDirectory}`];
}
