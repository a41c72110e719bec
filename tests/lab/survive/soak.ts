import { setTimeout as pause } from "node:timers/promises";
import type { Lab } from "../lab.ts";
import { clearAir, worsenAir } from "../network/air-quality.ts";
import { cutOffServer, reconnectServer } from "../network/server-outage.ts";
import type { Chronicle } from "./chronicle.ts";
import type { PlannedSwitch } from "./plan.ts";
import type { Supervisor } from "./supervisor.ts";
import { wallClock } from "./wall-clock.ts";

/** What a soak works on. */
export interface SoakStage {
  readonly lab: Lab;
  readonly chronicle: Chronicle;
  readonly supervisor: Supervisor;
  /** Told before each switch; may throw to end the soak. */
  readonly onSwitch: (done: number) => void;
}

/** Does all switches of a plan, one after the other, with what is planned around them; in the end the air is clear. */
export async function soak(plan: readonly PlannedSwitch[], stage: SoakStage): Promise<void> {
  for (const [done, planned] of plan.entries()) {
    stage.onSwitch(done);
    await pause(planned.pauseMs);
    await prepare(planned, stage.lab);
    if (planned.kill !== null) stage.supervisor.kill(planned.kill);
    await join(planned, stage);
  }
  stage.onSwitch(plan.length);
  await clearAir(stage.lab.room);
}

async function prepare({ air, server }: PlannedSwitch, { room }: Lab): Promise<void> {
  if (air !== null) await worsenAir(room, air);
  if (server === "cut-off") await cutOffServer(room);
  if (server === "reconnected") await reconnectServer(room);
}

async function join({ to, how }: PlannedSwitch, { lab: { wifi }, chronicle }: SoakStage): Promise<void> {
  const from = wifi.joined();
  const begin = wallClock();
  if (typeof how === "string") await wifi.join(to, how);
  else await wifi.joinLate(to, how);
  chronicle.joined.push({ from, to, begin, end: wallClock() });
}
