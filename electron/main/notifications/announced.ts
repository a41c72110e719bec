import type { KeepAliveStatus } from "../../../shared/contract/keep-alive-status.ts";
import type { NetworkIdentity } from "../../../shared/health/finding.ts";
import { isSameNetwork } from "../../../shared/history/same-network.ts";
import { blocksOf } from "./blocks.ts";
import { isOver } from "./is-over.ts";
import { keepAliveNotice } from "./keep-alive-notice.ts";
import type { Moment, ShownLook } from "./moment.ts";
import { networkNotice } from "./network-notice.ts";
import { topicOf } from "./notice.ts";
import type { Notice } from "./notice.ts";
import { afterShowing, isTooSoon, NEVER_SHOWN } from "./pace.ts";
import type { LastShown } from "./pace.ts";

/** What is announced and what counts as announced, so that nothing is said twice. */
export interface Announced {
  /** What is to be on the screen, unless the user took it away; another object each time that something is said. */
  readonly shown: Notice | null;
  readonly lastShown: LastShown;
  /** Null before the first look. */
  readonly looked: Looked | null;
  /** How keep-alive went. */
  readonly keepAlive: KeepAliveStatus;
}

interface Looked {
  /** The last network that the machine was on; null before the first. */
  readonly network: NetworkIdentity | null;
  /** Keys of the blocks that were seen on this network, whether they were said or not. */
  readonly blocks: readonly string[];
}

export const NOTHING_ANNOUNCED: Announced = {
  shown: null,
  lastShown: NEVER_SHOWN,
  looked: null,
  keepAlive: { state: "off" },
};

/**
 * What is announced when this is the case. Nothing at launch, nothing while the popover shows it, nothing twice, and no
 * stream of the like: what is not said for one of these reasons, or because the user does not want it, counts as said
 * (05-experience, "Notifications"). What is no longer so is taken back. The same moment once more changes nothing.
 */
export function announcedAfter(before: Announced, now: Moment): Announced {
  const looked = now.look === null ? before.looked : lookedAt(before.looked, now.look);
  const known = { ...before, looked, keepAlive: now.keepAlive };
  const notice = newsOf(before, now).find((each) => isWanted(each, now) && !isTooSoon(each, now.at, before.lastShown));
  if (notice !== undefined)
    return { ...known, shown: notice, lastShown: afterShowing(notice, now.at, before.lastShown) };
  const { shown, lastShown } = before;
  const ends = shown !== null && (now.popoverVisible || isOver(shown, lastShown["network-changed"], now));
  return ends ? { ...known, shown: null } : known;
}

function isWanted(notice: Notice, { popoverVisible, settings }: Moment): boolean {
  return !popoverVisible && settings.notifications === "on" && !settings.mutedTopics.includes(topicOf(notice));
}

/** All that has not been said yet; what says most comes first. */
function newsOf(before: Announced, now: Moment): Notice[] {
  const ending = keepAliveNotice(before.keepAlive, now);
  return [...(ending === null ? [] : [ending]), ...newsOfLook(before.looked, now)];
}

// The first look after the launch is no news: the user did not ask.
function newsOfLook(before: Looked | null, now: Moment): Notice[] {
  const { look } = now;
  if (before === null || look === null) return [];
  const known = knownBlocks(before, look);
  const fresh = blocksOf(look).filter(({ key }) => !known.includes(key));
  const change = hasMoved(before, look) ? networkNotice(look, now) : null;
  const blocks = isToldByKeepAlive(now) ? [] : fresh.map(({ notice }) => notice);
  return change === null ? blocks : [...blocks, change];
}

// That keep-alive gave up says the same as a block, and more; but not to those who do not want to hear of keep-alive.
function isToldByKeepAlive({ keepAlive, settings }: Moment): boolean {
  return keepAlive.state === "gave-up" && !settings.mutedTopics.includes("kept-alive");
}

function lookedAt(before: Looked | null, look: ShownLook): Looked {
  const known = before === null ? [] : knownBlocks(before, look);
  const present = blocksOf(look).map(({ key }) => key);
  return { network: look.assessment.network ?? before?.network ?? null, blocks: [...new Set([...known, ...present])] };
}

// On another network only what has come along is no news.
function knownBlocks(before: Looked, look: ShownLook): readonly string[] {
  if (!hasMoved(before, look)) return before.blocks;
  const present = blocksOf(look).map(({ key }) => key);
  return before.blocks.filter((key) => present.includes(key));
}

function hasMoved({ network }: Looked, { assessment }: ShownLook): boolean {
  return network !== null && assessment.network !== null && !isSameNetwork(network, assessment.network);
}
