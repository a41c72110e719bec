import { startProgram } from "../room/start-program.ts";
import { waitUntil } from "../room/wait-until.ts";
import type { SystemdRoom } from "./systemd-room.ts";

/** What asks a user for a password in the name of polkit, on a terminal of its own. */
export interface PasswordAgent {
  /** Settles when it asks. */
  asked(): Promise<void>;
  /** Types a password when it asks. */
  type(password: string): Promise<void>;
}

const SCRIPT = "/usr/bin/script";
const AGENT = "/usr/bin/pkttyagent";

/** Lets polkit ask this user, whenever that process wants rights. Ends with the machine at the latest. */
export async function startPasswordAgent(room: SystemdRoom, uid: number, pid: number): Promise<PasswordAgent> {
  const onTerminal = [SCRIPT, "--quiet", "--flush", `--command=${AGENT} --process ${pid}`, "/dev/null"];
  const words = [...room.enter(uid), ...onTerminal];
  const { stdin, stdout } = startProgram(words, { stdio: ["pipe", "pipe", "inherit"], env: {} });
  if (stdin === null || stdout === null) throw new Error("it was started without pipes");
  let said = "";
  stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  await waitUntil("polkit knows the agent", 20_000, async () => {
    const log = await room.run(["/usr/bin/journalctl", "--unit=polkit", "--output=cat", "--no-pager"]);
    return log.includes(`Registered Authentication Agent for unix-process:${pid}:`);
  });
  const asked = () => waitUntil("polkit asks for a password", 20_000, () => said.includes("Password: "));
  return {
    asked: async () => void (await asked()),
    async type(password) {
      await asked();
      said = "";
      stdin.write(`${password}\n`);
    },
  };
}
