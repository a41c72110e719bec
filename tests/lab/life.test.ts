import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { buildTargets } from "../../scripts/build/build-targets.mjs";
import { labTarget } from "../../scripts/build/targets.mjs";
import { createLab } from "./lab.ts";
import { labTest } from "./lab-test.ts";
import { commandOf, descendantsOf } from "./room/processes.ts";
import { tracesOf, type Traces } from "./room/leftovers.ts";
import { startProgram } from "./room/start-program.ts";
import { waitUntil } from "./room/wait-until.ts";
import { connect, killHard } from "./vpn/connect.ts";
import { innerHostAnswers } from "./vpn/ping.ts";

/** A lab of another process, as `npm run lab` opens it, with a connected VPN. */
interface PlayedLab {
  readonly owner: ChildProcess;
  readonly folder: string;
  readonly traces: Traces;
}

beforeAll(() => buildTargets([labTarget]));

describe("two labs at the same time", () => {
  labTest("have the same addresses and know nothing of one another", async ({ lab }) => {
    const other = await createLab();
    onTestFinished(other.destroy);
    const [vpn] = await Promise.all([connect(lab), connect(other)]);
    await killHard(vpn);
    expect(await innerHostAnswers(lab)).toBe(false);
    expect(await innerHostAnswers(other)).toBe(true);
  });
});

describe("a lab whose owner", () => {
  test.each(["SIGINT", "SIGTERM"] as const)("gets %s is gone when the owner is", async (signal) => {
    const played = await playedLab();
    const printed = played.owner.stdout && text(played.owner.stdout);
    played.owner.kill(signal);
    expect(await once(played.owner, "exit")).toEqual([0, null]);
    expect(played.traces.left()).toEqual([]);
    expect(await printed).toContain("The lab is gone.");
  });

  test("is killed with SIGKILL dies with it; the next lab removes the folder", async () => {
    const played = await playedLab();
    const ended = once(played.owner, "exit");
    played.owner.kill("SIGKILL");
    // Until then the owner's number is still taken, although nothing of it lives.
    await ended;
    await waitUntil("only the folder is left", 5_000, () => played.traces.left().length === 1);
    expect(played.traces.left()).toEqual([played.folder]);
    const next = await createLab();
    onTestFinished(next.destroy);
    expect(played.traces.left()).toEqual([]);
  });
});

async function playedLab(): Promise<PlayedLab> {
  const owner = startProgram([process.execPath, resolve("out/lab/play.js")], { stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => void owner.kill("SIGKILL"));
  const { pid } = owner;
  if (pid === undefined) throw new Error("the lab for playing did not start");

  await waitUntil("its VPN client runs", 15_000, () =>
    descendantsOf(pid).some((below) => commandOf(below) === "openconnect"),
  );
  const name = readdirSync(tmpdir()).find((entry) => entry.startsWith(`hf${pid}-`));
  if (name === undefined) throw new Error("the lab for playing has no folder");
  const folder = join(tmpdir(), name);
  const traces = tracesOf(descendantsOf(pid), folder);
  onTestFinished(traces.release);
  return { owner, folder, traces };
}
