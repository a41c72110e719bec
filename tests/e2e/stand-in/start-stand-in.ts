import { rm } from "node:fs/promises";
import { join } from "node:path";
import { _electron, expect } from "@playwright/test";
import type { ElectronApplication, Page } from "@playwright/test";
import { bundle } from "../../../scripts/build/bundle.mjs";
import { buildConstants } from "../../../scripts/build/constants.mjs";
import { projectFolder } from "../../../scripts/paths.mjs";
import type { KnownLook } from "../../../electron/main/watch/conclude.ts";
import type { CallName, Push } from "../../../shared/contract/ipc.ts";
import type { Timeline } from "../../../shared/history/timeline.ts";
import type { Environment } from "../stage/environment.ts";
import type { StandIn } from "./stand-in.ts";

declare global {
  // Put there by stand-in.ts, in its own process.
  // eslint-disable-next-line no-var
  var standIn: StandIn;
}

/** The real popover in front of a main process that shows what a test gives it. */
export interface StandInApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  show(state: Push<"viewState">): Promise<void>;
  reveal(push: Push<"reveal">): Promise<void>;
  look(look: KnownLook | null): Promise<void>;
  offer(answers: Parameters<StandIn["offer"]>[0]): Promise<void>;
  tell(entries: Timeline): Promise<void>;
  /** The calls of one name that the page has made. */
  calls(name: CallName): Promise<readonly unknown[]>;
  requests(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/**
 * Builds and starts the stand-in on a desktop. `folder` is where its files may be put; it is removed by `stop`. `switches`
 * are Chromium's.
 */
export async function startStandIn(
  env: Environment,
  folder: string,
  switches: readonly string[] = [],
): Promise<StandInApp> {
  const target = {
    name: "stand-in",
    entry: "tests/e2e/stand-in/stand-in.ts",
    output: "stand-in.mjs",
    format: "es",
  } as const;
  await bundle(target, folder, buildConstants());
  const app = await _electron.launch({
    args: [
      "--no-sandbox",
      ...switches,
      join(folder, target.output),
      `--user-data-dir=${join(folder, "data")}`,
      projectFolder,
    ],
    env: { ...env },
  });
  const page = await app.firstWindow();
  await expect.poll(() => app.evaluate(() => "standIn" in globalThis)).toBe(true);
  return {
    app,
    page,
    show: (state) => app.evaluate((_electron, value) => globalThis.standIn.show(value), state),
    reveal: (push) => app.evaluate((_electron, value) => globalThis.standIn.reveal(value), push),
    offer: (answers) => app.evaluate((_electron, value) => globalThis.standIn.offer(value), answers),
    tell: (entries) => app.evaluate((_electron, value) => globalThis.standIn.tell(value), entries),
    look: (look) => app.evaluate((_electron, value) => globalThis.standIn.look(value), look),
    calls: (name) =>
      app.evaluate(
        (_electron, wanted) =>
          globalThis.standIn.calls.filter((call) => call.name === wanted).map(({ request }) => request),
        name,
      ),
    requests: () => app.evaluate(() => globalThis.standIn.requests),
    stop: async () => {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
