import type { InterfacesReport } from "../../../shared/explain/interface-report.ts";
import { tunnelSentences } from "../../../shared/explain/interface-words.ts";
import type { CodedText } from "../../../shared/snapshot/coded-text.ts";

/** One thing that was left over: the key of its sentence, and the arguments. */
export interface Leftover {
  readonly key: string;
  readonly args: CodedText["args"];
}

/** What VPN programs left behind: tunnels that nobody holds, and notes of programs that have ended. */
export function leftovers(report: InterfacesReport): Leftover[] {
  const tunnels = tunnelSentences(report).filter(({ code }) => code === "leftover-tunnel");
  const ended = report.processes.filter(({ alive }) => !alive);
  return [
    // The sentence about lost routes names a command; here the repair is a page away.
    ...tunnels.map(({ args }) => ({
      key: args["context"] === "bare" ? "interfaces:about.leftover-tunnel" : "app:interfaces.leftover-tunnel",
      args,
    })),
    ...ended.map(({ client, pid }) => ({ key: "interfaces:processes.ended", args: { client, pid: pid ?? 0 } })),
  ];
}
