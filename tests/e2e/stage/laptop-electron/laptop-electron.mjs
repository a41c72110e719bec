#!/usr/bin/env node
// @ts-check
/**
 * Electron on another machine's network, as one executable file, which is all that Playwright's `executablePath` can name.
 * Its arguments, its environment and its streams are Electron's; two more variables say where:
 *
 * HOLDFAST_LAB_ENTER     JSON array: words to put before an absolute program path to start it there (nsenter and its options)
 * HOLDFAST_LAB_ELECTRON  absolute path of the Electron program
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";
import { createInterface } from "node:readline";
import { reachableAddress } from "./debugger-address.mjs";
import { ownSignal } from "./own-signal.mjs";

const { HOLDFAST_LAB_ENTER: enterJson, HOLDFAST_LAB_ELECTRON: electron, ...env } = process.env;
if (!enterJson || !electron) {
  console.error("laptop-electron: HOLDFAST_LAB_ENTER and HOLDFAST_LAB_ELECTRON must be set");
  process.exit(2);
}
/** @type {string[]} */
const enter = JSON.parse(enterJson);
// Whoever kills this program means Electron: what was started here dies with it.
const words = ["--pdeathsig", "KILL", "--", ...enter, electron, ...process.argv.slice(2)];
const child = spawn("setpriv", words, { env, stdio: ["inherit", "inherit", "pipe"] });
const ended = once(child, "close");

for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT", "SIGHUP"])) {
  process.on(signal, () => ownSignal(child, electron, signal));
}

for await (const line of createInterface({ input: child.stderr })) {
  process.stderr.write(`${await reachableAddress(line, enter)}\n`);
}
const [code, signal] = /** @type {[number, null] | [null, NodeJS.Signals]} */ (await ended);
// Died of a signal: 128 and its number is how shells say it.
process.exit(signal === null ? code : 128 + constants.signals[signal]);
