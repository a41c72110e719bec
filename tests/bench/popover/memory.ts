import { Language } from "../../../shared/contract/settings.ts";
import type { KnownLook } from "../../../electron/main/watch/conclude.ts";
import type { Model } from "../../../electron/main/model.ts";
import { viewStateFor } from "../../e2e/states/view-states.ts";
import type { StandInApp } from "../../e2e/stand-in/start-stand-in.ts";
import { judged, modelAfter, NOON, recordedSnapshot } from "../../support/judged.ts";
import { rendererMemory } from "./renderer-memory.ts";
import type { RendererMemory } from "./renderer-memory.ts";

/** Whether the page grows with what it is told. */
export interface MemoryFigures {
  readonly snapshots: number;
  /** After the first of them. */
  readonly early: RendererMemory;
  /** After half of them: what grows until then and no more has only warmed up. */
  readonly half: RendererMemory;
  /** After all. */
  readonly late: RendererMemory;
}

/** So many come before the first measurement: each machine in each language, and each view at least once. */
export const EARLY = 10;

/** Recorded machines whose states differ in everything that the views show. */
const MACHINES = [
  "04-seed-healthy-reconstructed",
  "05-third-state-stale-pin",
  "02-seed-after-switch-clean",
  "20-globalprotect-stale-direct-nets",
  "85-linux-tailscale-healthy",
];

interface Machine {
  readonly look: KnownLook;
  readonly model: Model;
}

/** Tells the page so many states of changing machines in changing languages, each from a later look and in another view. */
export async function measureMemory(standIn: StandInApp, snapshots: number): Promise<MemoryFigures> {
  const machines = MACHINES.map(recordedSnapshot).map((snapshot) => ({
    look: judged(snapshot),
    model: modelAfter(snapshot),
  }));
  let told = 0;
  const after = async (count: number) => {
    while (told < count) await showLook(standIn, machines, told++);
    // Views have more or fewer listeners while they are open.
    await standIn.page.getByRole("tab").first().click();
    return rendererMemory(standIn.app, standIn.page);
  };
  const early = await after(EARLY);
  const half = await after(Math.floor(snapshots / 2));
  const late = await after(snapshots);
  return { snapshots: told, early, half, late };
}

async function showLook({ page, look, show }: StandInApp, machines: readonly Machine[], nth: number): Promise<void> {
  const machine = machines[nth % machines.length];
  const language = Language.options[nth % Language.options.length];
  if (machine === undefined || language === undefined) throw new Error("nothing to show");
  const view = viewStateFor(machine.model, language, nth + 1);
  const at = new Date(Date.parse(NOON) + nth * 1_000).toISOString();
  await look(machine.look);
  await show({ ...view, look: view.look && { ...view.look, at } });
  const tabs = page.getByRole("tab");
  await tabs.nth(nth % (await tabs.count())).click();
}
