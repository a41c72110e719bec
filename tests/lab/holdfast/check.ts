import * as v from "valibot";
import { Preflight } from "../../../shared/preflight/preflight-report.ts";
import type { Way } from "../../../shared/preflight/preflight-report.ts";
import type { Laptop } from "../laptop/laptop.ts";
import { runHoldfast } from "./run-holdfast.ts";

/** What was foreseen and tried, and the exit code. */
export interface Checked {
  readonly code: number | null;
  readonly report: Preflight;
  /** The way to the first address. */
  readonly way: Way | undefined;
}

/** Runs `holdfast check SERVER --probe --json` on the laptop; throws if its output is not one document that fits. */
export async function check(laptop: Laptop, server: string): Promise<Checked> {
  const { code, stdout, stderr } = await runHoldfast(laptop, "check", server, "--probe", "--json");
  if (stdout === "") throw new Error(`check printed nothing, exit code ${code}: ${stderr}`);
  const report = v.parse(Preflight, JSON.parse(stdout));
  return { code, report, way: report.ways[0] };
}

const Answer = v.array(
  v.looseObject({ dev: v.optional(v.string()), gateway: v.optional(v.string()), prefsrc: v.optional(v.string()) }),
);

/** Where the kernel itself says that it would send a packet: interface, next hop (`link` for none) and own address. */
export async function kernelWay(
  laptop: Laptop,
  address: string,
): Promise<Pick<Way, "interface" | "nextHop" | "source">> {
  const [answer] = v.parse(Answer, JSON.parse(await laptop.ip("-j", "route", "get", address)));
  return {
    interface: answer?.dev ?? null,
    nextHop: answer?.gateway ?? "link",
    source: answer?.prefsrc ?? null,
  };
}
