import { codedText } from "../snapshot/coded-text.ts";
import type { CodedText } from "../snapshot/coded-text.ts";
import type { InterfaceReport, InterfaceRole, InterfacesReport } from "./interface-report.ts";

/** Roles of which a person asks "and what is that?", in the order of the answers. */
const TOLD_APART = new Set<InterfaceRole>(["vpn-tunnel", "unowned-tunnel", "leftover-tunnel"]);

/** A sentence for each tunnel, and one for all of the system's: keys of `interfaces:about`. */
export function tunnelSentences({ interfaces }: InterfacesReport): CodedText[] {
  const ofSystem = interfaces.filter(({ role }) => role === "system-tunnel").map(({ name }) => name);
  return [
    ...interfaces.filter(({ role }) => TOLD_APART.has(role)).map(sentenceOf),
    ...(ofSystem.length === 0 ? [] : [codedText("system-tunnel", { names: ofSystem })]),
  ];
}

/** That no VPN program is listed, and what that is worth: a key of `interfaces:processes`. */
export function noProgramWords({ processesComplete, processesSeen }: InterfacesReport): CodedText {
  if (!processesSeen) return codedText("unseen");
  return codedText(processesComplete ? "none" : "none-in-part");
}

/** Who holds an interface, in few words: a key of `interfaces:holder`. */
export function holderName({ role, holder }: InterfaceReport): CodedText {
  if (holder === null) return codedText("none");
  const { client, pid } = holder;
  if (client !== null) return pid === null ? codedText("kernel", { client }) : codedText("known", { client, pid });
  if (role === "leftover-tunnel") return codedText("none");
  return codedText(role === "system-tunnel" ? "system" : "unseen");
}

function sentenceOf({ name, role, holder, routes }: InterfaceReport): CodedText {
  const { client = null, pid = null, server = null } = holder ?? {};
  const args = { name, client: client ?? "", pid: pid ?? 0, server: server ?? "", count: routes ?? 0 };
  const context = wording(role, { client, pid, server }, routes);
  // i18next takes the wording from `context`.
  return codedText(role, context === null ? args : { ...args, context });
}

function wording(
  role: InterfaceRole,
  holder: NonNullable<InterfaceReport["holder"]>,
  routes: number | null,
): string | null {
  if (role === "leftover-tunnel") return routes === 0 ? "bare" : null;
  if (role === "unowned-tunnel") return holder.client === null ? null : "held";
  if (holder.pid === null) return "kernel";
  return holder.server === null ? null : "server";
}
