import { spawn, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { launchDaemon } from "../../shared/helper-setup/launch-daemon.ts";
import { DARWIN_PLACES, HELPER_ID } from "../../shared/helper-setup/places.ts";
import { until } from "../support/until.ts";
import { ANSWERING_PROGRAM, CLIENT_PROGRAM } from "./programs.ts";

/** A daemon of the system's for a test, as the helper's but for its name. */
export interface TestDaemon {
  readonly socket: string;
  readonly errors: string;
  /** Asks from a process of this user; gives what each connection brought. */
  ask(uid: number, count: number, width: number): Promise<readonly string[]>;
  /** Command lines of the processes that answer now. */
  processes(): readonly string[];
  /** Ends its job, as removing the helper does. */
  bootOut(): void;
}

let made = 0;

/**
 * Runs `work` beside a daemon whose socket belongs to `owner`: the helper's own property list, under a label and in folders
 * of its own, with this Node and a program that answers. All of it is removed whatever happens. Needs a Mac and root.
 */
export async function withTestDaemon(owner: number, work: (daemon: TestDaemon) => Promise<void>): Promise<void> {
  made += 1;
  const label = `${HELPER_ID}.test.${process.pid}.${made}`;
  const renamed = (shipped: string) =>
    shipped.replaceAll(HELPER_ID, label).replaceAll("/Application Support/Holdfast", `/Application Support/${label}`);
  const folder = renamed(DARWIN_PLACES.folder);
  const plist = renamed(DARWIN_PLACES.daemon);
  const stateFolder = renamed(DARWIN_PLACES.stateFolder);
  const node = renamed(DARWIN_PLACES.node);
  const bundle = renamed(DARWIN_PLACES.bundle);
  const socket = renamed(DARWIN_PLACES.socket);
  const client = `${folder}/client.cjs`;
  const bootOut = () => void spawnSync("/bin/launchctl", ["bootout", `system/${label}`]);
  try {
    makeOpenFolder(folder);
    makeOpenFolder(stateFolder);
    copyFileSync(process.execPath, node);
    chmodSync(node, 0o755);
    for (const [path, content] of [
      [bundle, ANSWERING_PROGRAM],
      [client, CLIENT_PROGRAM],
      [plist, renamed(launchDaemon(owner))],
    ] as const) {
      writeFileSync(path, content);
      chmodSync(path, 0o644);
    }
    launchctl("bootstrap", "system", plist);
    await until("launchd listens", () => existsSync(socket));
    await work({
      socket,
      errors: renamed(DARWIN_PLACES.errors),
      ask: (uid, count, width) => runClient([node, client, socket, String(count), String(width)], uid),
      processes: () => processesWith(bundle),
      bootOut,
    });
  } finally {
    rmSync(plist, { force: true });
    bootOut();
    await until("launchd has forgotten the job", () => !isKnown(label), 30_000).finally(() => {
      rmSync(folder, { recursive: true, force: true });
      rmSync(stateFolder, { recursive: true, force: true });
    });
  }
}

function makeOpenFolder(path: string): void {
  mkdirSync(path);
  chmodSync(path, 0o755);
}

function launchctl(...words: readonly string[]): void {
  const { status, stderr } = spawnSync("/bin/launchctl", words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`launchctl ${words.join(" ")}: ${status}: ${stderr}`);
}

function isKnown(label: string): boolean {
  return spawnSync("/bin/launchctl", ["print", `system/${label}`]).status === 0;
}

function processesWith(path: string): readonly string[] {
  const { stdout } = spawnSync("/bin/ps", ["-axww", "-o", "command="], { encoding: "utf8" });
  return stdout.split("\n").filter((line) => line.includes(path));
}

async function runClient([program = "", ...words]: readonly string[], uid: number): Promise<readonly string[]> {
  const options = { uid, gid: uid, cwd: "/", env: {}, stdio: ["ignore", "pipe", "inherit"] as const };
  const child = spawn(program, words, { ...options, stdio: [...options.stdio] });
  return JSON.parse(await text(child.stdout)) as readonly string[];
}
