import type { KeepAliveStatus } from "../../../shared/contract/keep-alive-status.ts";
import type { Assessment, Finding, NetworkIdentity } from "../../../shared/health/finding.ts";
import { isSameNetwork } from "../../../shared/history/same-network.ts";
import type { Plan } from "../../../shared/repair/plan-model.ts";
import { routeKey } from "../../../shared/snapshot/route.ts";
import type { Notice } from "./notice.ts";

/** What was said already, so that nothing is said twice. */
export interface Announced {
  /** The last network that the machine was on; null before the first. */
  readonly network: NetworkIdentity | null;
  /** Keys of the blocks that were said, or seen in the open popover, on this network. */
  readonly blocks: readonly string[];
}

export const NOTHING_ANNOUNCED: Announced = { network: null, blocks: [] };

/** One new look, and what was the case when it came. */
export interface NoticeInput {
  readonly assessment: Assessment;
  /** When it was, ISO 8601. */
  readonly at: string;
  readonly plan: Plan;
  readonly keepAlive: KeepAliveStatus;
  /** The first look after the launch says nothing: the user did not ask. */
  readonly atLaunch: boolean;
  readonly popoverVisible: boolean;
  readonly paused: boolean;
  readonly announced: Announced;
}

/**
 * What to say after a look, or null, and what counts as said from now on. Never at launch, never while the popover
 * shows it, never twice for the same thing: what was not said for one of these reasons counts as said
 * (05-experience, "Notifications").
 */
export function decideNotification(input: NoticeInput): { notice: Notice | null; announced: Announced } {
  const { assessment, announced, keepAlive } = input;
  const network = assessment.network ?? announced.network;
  const moved = announced.network !== null && !isSameNetwork(announced.network, network);
  const blocks = blockingFindings(input);
  const present = blocks.map(({ key }) => key);
  const known = moved ? announced.blocks.filter((key) => present.includes(key)) : announced.blocks;
  // That keep-alive gave up says the same, and more.
  const fresh = keepAlive.state === "gave-up" ? undefined : blocks.find(({ key }) => !known.includes(key));
  const notice = fresh?.notice ?? (moved && isVpnUp(assessment) ? changeNotice(input) : null);
  const silent = input.atLaunch || input.popoverVisible || input.paused;
  return { notice: silent ? null : notice, announced: { network, blocks: [...new Set([...known, ...present])] } };
}

function isVpnUp({ clients }: Assessment): boolean {
  return clients.some((client) => client.alive && client.interface !== null);
}

/** A look that shows another network this many milliseconds after keep-alive was done shows the one that it was done for. */
const SAME_CHANGE = 15_000;
const KEEPS: ReadonlySet<KeepAliveStatus["state"]> = new Set(["watching", "restoring", "back"]);

function changeNotice({ keepAlive, at }: NoticeInput): Notice | null {
  if (keepAlive.state === "back" && Date.parse(at) - Date.parse(keepAlive.at) < SAME_CHANGE) return null;
  return { kind: KEEPS.has(keepAlive.state) ? "network-changed-kept" : "network-changed" };
}

interface Block {
  readonly key: string;
  readonly notice: Notice;
}

/** Findings that keep a VPN from working and that a repair would put right. */
function blockingFindings({ assessment, plan }: NoticeInput): Block[] {
  const { state, findings } = assessment;
  if (state !== "broken" && state !== "residue") return [];
  const kind = state === "broken" ? "vpn-blocked-alive" : "vpn-blocked-residue";
  return findings
    .filter((finding) => finding.severity === "error")
    .flatMap((finding) => {
      const repair = plan.steps.filter((step) => step.selected && step.finding === finding.id).map(({ step }) => step);
      return repair.length === 0 ? [] : [{ key: keyOf(finding), notice: { kind, finding: finding.id, repair } }];
    });
}

function keyOf(finding: Finding): string {
  return `${finding.id} ${finding.route === null ? "" : routeKey(finding.route)}`;
}
