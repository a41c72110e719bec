import { LINUX_PLACES } from "../../../shared/helper-setup/places.ts";
import type { Outcome } from "../room/run-program.ts";
import { openSystemdRoom } from "./systemd-room.ts";
import type { SystemdRoom } from "./systemd-room.ts";
import { PROJECT } from "./throwaway-root.ts";

/** The user who may ask the installed helper, and one who may not. */
export const ALLOWED = 61_000;
export const STRANGER = 61_001;
const NAMES = new Map([
  [ALLOWED, "alice"],
  [STRANGER, "bob"],
]);

/** What one connection to a socket brought. Times in milliseconds from its beginning. */
export interface Talk {
  readonly text: string;
  readonly error: string | null;
  readonly firstAnswer: number | null;
  readonly milliseconds: number;
}

/** What a client does with its connections: all begun at once, each sending `text`, each ended after so many lines of answers, or by the helper. */
interface Talking {
  readonly socket?: string;
  readonly connections?: number;
  readonly text?: string;
  readonly lines?: number;
}

/** A machine with systemd on which the helper can be installed and used. */
export interface HelperMachine extends SystemdRoom {
  /** The words that start the command line program. */
  command(...words: readonly string[]): string[];
  /** Runs it as a user. */
  holdfast(uid: number, ...words: readonly string[]): Promise<Outcome>;
  /** Installs the helper for {@link ALLOWED}; throws when that fails. */
  install(): Promise<void>;
  /** Speaks with a socket as a user. */
  talk(uid: number, talking: Talking): Promise<Talk[]>;
  /** The processes of the helper that run now, as `pid program` lines. */
  helpers(): Promise<string[]>;
}

const NODE = `${PROJECT}/out/helper/node`;
const CLI = `${PROJECT}/out/cli/holdfast.js`;
const CLIENT = `${PROJECT}/tests/lab/systemd/socket-client.mjs`;
export const HELLO = '{"v":1,"id":0,"op":"hello"}\n';
export const PLAN = '{"v":1,"id":1,"op":"plan"}\n';
const DEADLINE = 60_000;

/** Boots such a machine. */
export async function openHelperMachine(): Promise<HelperMachine> {
  const room = await openSystemdRoom();
  for (const [uid, name] of NAMES) await room.run(["/usr/sbin/useradd", "--no-create-home", "-u", String(uid), name]);
  const env = { LANG: "en_US.UTF-8", HOME: "/nonexistent", TZ: "UTC" };
  const holdfast: HelperMachine["holdfast"] = (uid, ...words) =>
    room.runAs(uid, [NODE, CLI, ...words], { env, deadlineMs: DEADLINE });
  return {
    ...room,
    command: (...words) => [NODE, CLI, ...words],
    holdfast,
    async install() {
      const { code, stderr } = await holdfast(0, "helper", "install", "--user", String(ALLOWED));
      if (code !== 0) throw new Error(`the helper was not installed: ${stderr}`);
    },
    async talk(uid, { socket = LINUX_PLACES.routesSocket, connections = 1, text = "", lines }) {
      const talking = JSON.stringify({ socket, connections, text, lines: lines ?? null });
      const { stdout, stderr, code } = await room.runAs(uid, [NODE, CLIENT, talking], { deadlineMs: DEADLINE });
      if (code !== 0) throw new Error(`the client failed: ${stderr}`);
      return JSON.parse(stdout);
    },
    async helpers() {
      const { stdout } = await room.runAs(0, ["/usr/bin/pgrep", "-a", "-f", `^${LINUX_PLACES.node} `]);
      return stdout.split("\n").filter(Boolean);
    },
  };
}
