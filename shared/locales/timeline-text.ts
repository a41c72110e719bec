import type { InterfaceLine, RouteLine } from "../history/difference.ts";
import type { NetworkChange } from "../history/network-change.ts";
import type { KeptAliveEvent, TimelineEvent, TimelineSummary } from "../history/timeline.ts";
import { LINK } from "../snapshot/route.ts";
import type { Translate } from "./i18n.ts";
import { repairPhrasesText } from "./repair-text.ts";
import { silenceText } from "./silence-text.ts";

/** One event as a sentence. */
export function timelineEventText(event: TimelineEvent, t: Translate): string {
  switch (event.kind) {
    case "began":
      return t("changes:began");
    case "change":
      return changeText(event.change, t);
    case "finding-appeared":
    case "finding-gone":
      return t(`changes:${event.kind}`, { title: t(`findings:${event.finding}.title`, event.args) });
    case "repaired": {
      const outcome = event.phrases.length === 0 ? "failed" : event.verdict;
      return t(`changes:repaired.${outcome}`, { done: repairPhrasesText(event.phrases, t) });
    }
    case "undone":
      return t("changes:undone", { count: event.restored });
    case "repair-failed": {
      const reason = t(`app:error.${event.error.code}`, event.error.args);
      return t(`changes:repair-failed.${event.during}`, { reason });
    }
    case "kept-alive":
      return keptAliveText(event, t);
  }
}

function keptAliveText({ outcome, silence, phrases, byItself }: KeptAliveEvent, t: Translate): string {
  const context = byItself ? { context: "by-itself" } : phrases.length === 0 ? { context: "bare" } : {};
  const args = { done: repairPhrasesText(phrases, t), silence: silence === null ? "" : silenceText(silence, t) };
  return t(`changes:kept-alive.${outcome}`, { ...args, ...context });
}

/** A change between two looks as a sentence. */
function changeText({ code, args }: NetworkChange, t: Translate): string {
  const context = variantOf({ code, args });
  return t(`changes:change.${code}`, context === null ? args : { ...args, context });
}

/** How the state changed, e.g. "VPN works → VPN broken"; null when it did not. */
export function stateChangeText({ before, after }: TimelineSummary["state"], t: Translate): string | null {
  if (before === null || before === after) return null;
  return t("changes:state.changed", { before: t(`changes:state.${before}`), after: t(`changes:state.${after}`) });
}

/** A route as a line of a comparison. */
export function routeLineText({ destination, gateway, interface: name }: RouteLine, t: Translate): string {
  const context = gateway === LINK ? { context: "link" } : {};
  return t("changes:difference.route", { destination, gateway, interface: name ?? "–", ...context });
}

/** An interface as a line of a comparison. */
export function interfaceLineText({ name, running, addresses }: InterfaceLine, t: Translate): string {
  const context = running ? (addresses.length === 0 ? { context: "bare" } : {}) : { context: "down" };
  return t("changes:difference.interface", { interface: name, addresses, ...context });
}

// The wording that fits what is known; i18next takes it from `context`.
function variantOf({ code, args }: NetworkChange): string | null {
  const isLink = args["gateway"] === LINK;
  if (code === "network-joined" || code === "network-changed") return args["address"] === "" ? "bare" : null;
  if (code === "resolver-changed") return isEmptyList(args["servers"]) ? "none" : null;
  if (code !== "default-route-changed") return isLink ? "link" : null;
  const wasLink = args["oldGateway"] === LINK;
  if (isLink) return wasLink ? "both-link" : "link";
  return wasLink ? "from-link" : null;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
