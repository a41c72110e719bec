import { join } from "node:path";
import { test } from "@playwright/test";
import { startDesktop } from "../stage/desktop.ts";
import type { Desktop } from "../stage/desktop.ts";
import { startStandIn } from "./start-stand-in.ts";
import type { StandInApp } from "./start-stand-in.ts";

/** Opens a stand-in on a desktop of its own before the tests of this file, hands it to `prepare`, and closes both behind them. */
export function openStandIn(prepare: (standIn: StandInApp) => Promise<void> | void): void {
  let desktop: Desktop | undefined;
  let standIn: StandInApp | undefined;
  test.beforeAll(async () => {
    desktop = await startDesktop();
    standIn = await startStandIn(desktop.env, join(desktop.folder, "stand-in"));
    await prepare(standIn);
  });
  test.afterAll(async () => {
    await standIn?.stop();
    await desktop?.stop();
  });
}
