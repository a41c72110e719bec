import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { HelperSetup } from "../../../shared/contract/helper-setup.ts";
import type { Result } from "../../../shared/contract/result.ts";
import { buildProgram } from "../helper/helper-bundle.ts";
import { startProgram } from "../room/start-program.ts";
import { waitUntil } from "../room/wait-until.ts";
import { PROJECT } from "./throwaway-root.ts";
import type { SystemdRoom } from "./systemd-room.ts";

/** The part of the app that sets the helper up, running for one user of the machine. */
export interface AppInRoom {
  /** Its process id in the machine. */
  readonly pid: number;
  /** Every state that the popover would have shown so far, the last one last. */
  readonly shown: readonly HelperSetup[];
  /** Asks for an act; settles when the app says how that ended. */
  setUp(act: "install" | "uninstall"): Promise<Result<null>>;
  /** Lets it stop as it does at the end of the app. */
  stop(): void;
  /** Ends the process. */
  kill(): void;
}

/** What a line of it may say. */
type Said = { readonly pid?: number; readonly shown?: HelperSetup } & (
  | { readonly of?: undefined }
  | { readonly of: number; readonly result: Result<null> }
);

const FOLDER = "/tmp/app/out";
const PROGRAM = `${FOLDER}/main/main.cjs`;
/** What a desktop has; the app finds root's Node by itself. */
const NODE = "/usr/bin/node";

/** Puts the app beside the command line program, as a build does. */
export async function putApp({ run }: SystemdRoom): Promise<void> {
  const program = await buildProgram("tests/lab/systemd/app-setting-up.ts");
  try {
    await run(["/usr/bin/mkdir", "-p", `${FOLDER}/main`]);
    await run(["/usr/bin/ln", "-s", `${PROJECT}/out/cli`, `${FOLDER}/cli`]);
    await run(["/usr/bin/tee", PROGRAM], { stdin: await readFile(program.path, "utf8") });
  } finally {
    await program.remove();
  }
}

/** The command that the app lets pkexec start for a user, as polkit is told. */
export function commandAsked(act: "install" | "uninstall", uid: number): string {
  const forUser = act === "install" ? ["--user", String(uid)] : [];
  return [NODE, `${FOLDER}/cli/holdfast.js`, "helper", act, ...forUser, "--json"].join(" ");
}

/** Starts it as this user, and ends it with the machine at the latest. */
export async function startApp(room: SystemdRoom, uid: number): Promise<AppInRoom> {
  const shown: HelperSetup[] = [];
  const results = new Map<number, Result<null>>();
  let pid = 0;
  let lines = 0;
  const child = startProgram([...room.enter(uid), NODE, PROGRAM], { stdio: ["pipe", "pipe", "inherit"], env: {} });
  if (child.stdin === null || child.stdout === null) throw new Error("it was started without pipes");
  const { stdin, stdout } = child;
  createInterface({ input: stdout }).on("line", (line) => {
    const said: Said = JSON.parse(line);
    pid = said.pid ?? pid;
    if (said.shown !== undefined) shown.push(said.shown);
    if (said.of !== undefined) results.set(said.of, said.result);
  });
  await waitUntil("the app runs", 20_000, () => pid > 0);
  const say = (line: string) => {
    stdin.write(`${line}\n`);
    return lines++;
  };
  return {
    pid,
    shown,
    setUp(act) {
      const number = say(act);
      return waitUntil(`the app says how to ${act} ended`, 60_000, () => results.get(number));
    },
    stop: () => void say("stop"),
    kill: () => void child.kill("SIGKILL"),
  };
}
