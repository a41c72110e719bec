import { once } from "node:events";
import { chromium, type Page } from "@playwright/test";
import { childrenOf } from "../../../lab/room/processes.ts";
import { startProgram } from "../../../lab/room/start-program.ts";
import { waitUntil } from "../../../lab/room/wait-until.ts";
import type { Environment } from "../environment.ts";
import { debuggerPort } from "./debugger-port.ts";
import { hasLoadedPage } from "./loaded-page.ts";
import { openWayTo } from "./way-to-port.ts";

/** An Electron app as its user starts it, but for Chromium's debugger, through which the test sees the page. */
export type LaptopElectron = {
  readonly page: Page;
  /** The app's main process, as this machine numbers it. */
  readonly pid: number;
  /** Ends it as the end of a desktop session does (SIGTERM); resolves when it is gone. */
  stop(): Promise<void>;
};

/** A cold start on a machine with much else to do, in milliseconds. */
const START_DEADLINE = 60_000;

/** How long it may take to end by itself, in milliseconds. */
const PATIENCE = 10_000;

/** What is started, and by whom. */
export type ElectronCommand = {
  /** Words to put before an absolute program path to start it as another user; left out: root. */
  readonly become?: readonly string[];
  /** Absolute path of the Electron program. */
  readonly electron: string;
  readonly args: readonly string[];
  /** The whole environment: `desktop.env` and what the test adds. */
  readonly env: Environment;
};

/**
 * Starts an app that has one page on a lab's laptop, while the test, the display and the bus stay here; resolves when the
 * page is loaded. `enter` are the laptop's words to put before a program.
 */
export async function startElectron(
  enter: readonly string[],
  { become = [], electron, args, env }: ElectronCommand,
): Promise<LaptopElectron> {
  const words = [...enter, ...become, electron, "--remote-debugging-port=0", ...args];
  const nsenter = startProgram(words, { stdio: ["ignore", "ignore", "pipe"], env });
  const ended = once(nsenter, "exit");
  const way = await openWayTo(await debuggerPort(nsenter, START_DEADLINE), enter);
  await waitUntil("the app has loaded its page", START_DEADLINE, () => hasLoadedPage(way.port));
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${way.port}`, { timeout: START_DEADLINE });
  const [page] = browser.contexts()[0]?.pages() ?? [];
  // Where a process namespace is entered, nsenter stays outside as the parent of what it started.
  const [pid] = childrenOf(nsenter.pid ?? 0);
  if (page === undefined || pid === undefined) throw new Error("the app ended");
  return {
    page,
    pid,
    stop: async () => {
      await browser.close();
      way.close();
      process.kill(pid, "SIGTERM");
      const force = setTimeout(() => nsenter.kill("SIGKILL"), PATIENCE);
      await ended;
      clearTimeout(force);
    },
  };
}
