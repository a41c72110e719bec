import { closeSync, openSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { ChildProcess } from "node:child_process";
import type { Readable } from "node:stream";
import type { Lab } from "../lab.ts";
import { childrenOf, commandOf } from "../room/processes.ts";
import { waitUntil } from "../room/wait-until.ts";

/** A program that keeps VPNs alive by a helper of its own: what the app is to the helper, and nothing else. */
export interface KeepingApp {
  /** As the machine numbers it. */
  readonly pid: number;
  readonly helper: number;
  /** Whether it has ended. */
  hasEnded(): boolean;
  /** Resolves when the helper is gone, which it is soon after its app; throws if it stays. */
  helperIsGone(): Promise<void>;
  /** Ends it, and with it the helper. */
  end(): Promise<void>;
}

const END_WITHIN_MS = 5_000;

/** Its standard output and its errors are those of the helper; it ends with it. When it is killed, the helper's input ends. */
const APP = `
const { spawn } = require("node:child_process");
const helper = spawn(process.execPath, [process.argv[1], "--child"], { stdio: ["pipe", "inherit", "inherit"] });
helper.stdin.write('{"v":1,"id":0,"op":"keep-alive"}\\n');
helper.once("exit", (code) => process.exit(code ?? 1));
`;

/** The helper, as `npm run build` has bundled it. */
const HELPER = resolve("out/helper/helper.cjs");

/** Starts one on the laptop and resolves when its helper runs. `onLine` gets each line of the helper. */
export async function startKeepingApp(lab: Lab, onLine: (line: string) => void): Promise<KeepingApp> {
  const child = spawnApp(lab);
  createInterface({ input: child.stdout }).on("line", onLine);
  let ended = false;
  child.once("exit", () => (ended = true));
  const [pid, helper] = await waitUntil("a helper runs", 10_000, () => {
    if (ended) throw new Error("the app ended at once");
    return chainBelow(child.pid);
  });
  const helperIsGone = async () => {
    await waitUntil(`helper ${helper} is gone`, END_WITHIN_MS, () => commandOf(helper) === "");
  };
  const end = () => {
    process.kill(pid, "SIGTERM");
    return helperIsGone();
  };
  return { pid, helper, hasEnded: () => ended, helperIsGone, end };
}

function spawnApp({ laptop, folder }: Lab): ChildProcess & { stdout: Readable } {
  const log = openSync(join(folder, "helper.log"), "a");
  try {
    const child = laptop.spawn([process.execPath, "-e", APP, HELPER], { stdio: ["ignore", "pipe", log] });
    const { stdout } = child;
    if (stdout === null) throw new Error("no output");
    return Object.assign(child, { stdout });
  } finally {
    closeSync(log);
  }
}

/** App and helper below nsenter, once both are there. */
function chainBelow(nsenter: number | undefined): [number, number] | undefined {
  const [app] = nsenter === undefined ? [] : childrenOf(nsenter);
  const [helper] = app === undefined ? [] : childrenOf(app);
  return app === undefined || helper === undefined ? undefined : [app, helper];
}
