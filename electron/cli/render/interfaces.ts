import { holderName, noProgramWords, tunnelSentences } from "../../../shared/explain/interface-words.ts";
import type { InterfaceReport, InterfacesReport, VpnProcess } from "../../../shared/explain/interface-report.ts";
import type { CliContext } from "../context.ts";
import { tableLines } from "./table.ts";

/** The table of interfaces, a sentence for each tunnel, what is left over, and the VPN programs. */
export function interfacesLines(report: InterfacesReport, context: CliContext): string[] {
  const { t, terminal } = context;
  const columns = ["interface", "role", "holder", "routes", "addresses"];
  const header = columns.map((column) => t(`interfaces:column.${column}`));
  const [first = "", ...others] = tableLines([header, ...report.interfaces.map((entry) => row(entry, context))]);
  const sentences = tunnelSentences(report).map(({ code, args }) => t(`interfaces:about.${code}`, args));
  return [
    terminal.colors.bold(first),
    ...others.map((line, index) =>
      report.interfaces[index]?.role === "leftover-tunnel" ? terminal.colors.red(line) : line,
    ),
    ...(sentences.length === 0 ? [] : ["", ...sentences]),
    "",
    leftoverLine(report, context),
    ...processLines(report, context),
  ];
}

function row(entry: InterfaceReport, { t }: CliContext): string[] {
  const { name, role, up, carrier, routes, addresses } = entry;
  const holder = holderName(entry);
  const off = up === false ? "down" : carrier === false && entry.holder === null ? "no-carrier" : null;
  const what = t(`interfaces:role.${role}`);
  return [
    name,
    off === null ? what : t("interfaces:processes.part", { left: what, right: t(`interfaces:state.${off}`) }),
    t(`interfaces:holder.${holder.code}`, holder.args),
    routes === null ? "?" : String(routes),
    addresses.join(" "),
  ];
}

function leftoverLine(
  { interfaces, interfacesComplete, processesComplete }: InterfacesReport,
  { t, terminal }: CliContext,
): string {
  const left = interfaces.filter(({ role }) => role === "leftover-tunnel").map(({ name }) => name);
  if (left.length > 0) return terminal.colors.red(`${t("interfaces:leftovers.title")} ${left.join(" ")}`);
  return t(`interfaces:leftovers.${interfacesComplete && processesComplete ? "none" : "unsure"}`);
}

function processLines(report: InterfacesReport, context: CliContext): string[] {
  const { t } = context;
  const { processes } = report;
  if (processes.length === 0) return [t(`interfaces:processes.${noProgramWords(report).code}`)];
  return ["", t("interfaces:processes.title"), ...processes.map((process) => `  ${processText(process, context)}`)];
}

function processText({ client, pid, alive, since, tunnel, server, service }: VpnProcess, { t }: CliContext): string {
  const args = { client, pid: pid ?? 0 };
  if (!alive) return t("interfaces:processes.ended", args);
  const parts = [
    t("interfaces:processes.running", args),
    ...(since === null ? [] : [t("interfaces:processes.since", { since })]),
    tunnel === null
      ? t("interfaces:processes.no-tunnel", service ? { context: "service" } : {})
      : t("interfaces:processes.tunnel", { tunnel }),
    ...(server === null ? [] : [t("interfaces:processes.server", { server })]),
  ];
  return parts.reduce((left, right) => t("interfaces:processes.part", { left, right }));
}
