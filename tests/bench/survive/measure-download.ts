import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createLab } from "../../lab/lab.ts";
import type { Lab } from "../../lab/lab.ts";
import { INNER_HOST } from "../../lab/network/addresses.ts";
import { startProgram } from "../../lab/room/start-program.ts";
import { waitUntil } from "../../lab/room/wait-until.ts";
import { sumOf, type Download } from "./download.ts";
import { startHelper } from "./hands.ts";
import { beginSession } from "./session.ts";

/** A download through the tunnel while the network changed. */
export interface DownloadFigures extends Download {
  readonly switches: number;
  readonly seconds: number;
  /** All of it came, as it was sent, over one connection. */
  readonly isRight: boolean;
}

const PORT = 8_080;
/** Six megabytes within some twelve seconds. */
const CHUNKS = 400;
const PAUSE_MS = 30;
const SWITCHES = 4;
const SWITCH_EVERY_MS = 2_000;
const DEADLINE_MS = 120_000;

/** Downloads a file with Holdfast's helper at work, and goes from network to network meanwhile. */
export async function measureDownload(): Promise<DownloadFigures> {
  const lab = await createLab();
  try {
    await beginSession(lab, "vpnc-script");
    const helper = await startHelper(lab);
    await startServing(lab);
    const begin = performance.now();
    const [outcome, switches] = await Promise.all([download(lab), switchMeanwhile(lab)]);
    await helper.end();
    const isRight = outcome.sha256 === sumOf(CHUNKS);
    return { ...outcome, switches, seconds: (performance.now() - begin) / 1_000, isRight };
  } finally {
    await lab.destroy();
  }
}

async function startServing({ room }: Lab): Promise<void> {
  const words = [...ourselves("serve"), INNER_HOST, String(PORT), String(CHUNKS), String(PAUSE_MS)];
  const child = startProgram([...room.enter("server"), ...words], { stdio: ["ignore", "pipe", "inherit"] });
  if (child.stdout === null) throw new Error("no output");
  let isReady = false;
  createInterface({ input: child.stdout }).once("line", () => (isReady = true));
  await waitUntil("the file is served", 10_000, () => isReady);
}

/** This very program in another part: see program.ts. */
function ourselves(part: string): string[] {
  return [process.execPath, fileURLToPath(import.meta.url), part];
}

async function download({ laptop }: Lab): Promise<Download> {
  const { stdout, stderr, code } = await laptop.run([...ourselves("fetch"), INNER_HOST, String(PORT)], {
    deadlineMs: DEADLINE_MS,
  });
  if (code !== 0) throw new Error(`the download broke off: ${stderr}`);
  return JSON.parse(stdout);
}

async function switchMeanwhile({ wifi }: Lab): Promise<number> {
  for (let done = 0; done < SWITCHES; done++) {
    await pause(SWITCH_EVERY_MS);
    const procedure = done % 2 === 0 ? "flush-first" : "make-before-break";
    await wifi.join(wifi.joined() === "home" ? "hot" : "home", procedure);
  }
  return SWITCHES;
}
