import { printMessage } from "../kernel/routing-message.ts";
import type { Answer, MacState } from "../state.ts";
import { failed } from "../state.ts";
import type { Stream, ToolCall } from "../tool-server.ts";
import { ifconfig } from "./ifconfig.ts";
import { lsof } from "./lsof.ts";
import { netstat } from "./netstat.ts";
import { networksetup } from "./networksetup.ts";
import { ps } from "./ps.ts";
import { route } from "./route.ts";
import type { Runner } from "./route.ts";
import { scutil } from "./scutil.ts";
import { ipconfig, kill, swVers, sysctl } from "./small-programs.ts";

type Program = (words: readonly string[], mac: MacState, input: string, runner: Runner) => Answer;

const PROGRAMS: Readonly<Record<string, Program>> = {
  ifconfig,
  ipconfig,
  kill,
  lsof,
  netstat,
  networksetup,
  ps,
  route: (words, mac, _input, runner) => route(words, mac, runner),
  scutil: (words, mac, input) => scutil(words, input, mac),
  sw_vers: swVers,
  sysctl,
};

/** Runs a program of the Mac to its end. */
export function runProgram({ program, words, input }: ToolCall, mac: MacState, runner: Runner): Answer {
  const run = PROGRAMS[program];
  return run === undefined ? failed(`${program}: command not found`, 127) : run(words, mac, input, runner);
}

/** Whether the call is `route -n monitor`, which does not end. */
export function isMonitor({ program, words }: ToolCall): boolean {
  return program === "route" && words.includes("monitor");
}

/** `route -n monitor`: each message of the routing socket as it comes. */
export function monitor({ kernel, now }: MacState): Stream {
  return (print) => kernel.listen((message) => print(printMessage(message, now())));
}
