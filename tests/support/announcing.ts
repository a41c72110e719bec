import { announcedAfter, NOTHING_ANNOUNCED } from "../../electron/main/notifications/announced.ts";
import type { Moment } from "../../electron/main/notifications/moment.ts";
import type { Notice } from "../../electron/main/notifications/notice.ts";
import { DEFAULT_SETTINGS } from "../../shared/contract/settings.ts";
import { EMPTY_HISTORY } from "../../shared/history/history.ts";
import { judged, NOON, recordedSnapshot } from "./judged.ts";

/** Noon, when a story begins, in milliseconds since 1970. */
const START = Date.parse(NOON);

/** The client that keep-alive looks after. */
export const CLIENT = { pid: 41, interface: "utun6", server: "vpn.example.edu" };

/** Looks at recorded machines: `home` and its kin are on one network, all others on the hot spot. */
export const LOOKS = {
  home: judged(recordedSnapshot("04-seed-healthy-reconstructed")),
  recovering: judged(recordedSnapshot("06-reconnect-loop-stale-pin"), { ...EMPTY_HISTORY, networkChangedAt: NOON }),
  stuck: judged(recordedSnapshot("06-reconnect-loop-stale-pin")),
  leftOver: judged(recordedSnapshot("05-third-state-stale-pin")),
  clean: judged(recordedSnapshot("02-seed-after-switch-clean")),
};

/** What is different from the step before; `at` in seconds after the start, one second later when it is left out. */
export type Step = Partial<Moment>;

const BEFORE: Moment = {
  at: -1,
  look: null,
  keepAlive: { state: "off" },
  popoverVisible: false,
  settings: DEFAULT_SETTINGS,
};

/** What comes on the screen at each step, or goes (null); nothing when all stays as it is. */
function changesOf(steps: readonly Step[]): (Notice | null | undefined)[] {
  let announced = NOTHING_ANNOUNCED;
  let moment = BEFORE;
  return steps.map((step) => {
    const { shown } = announced;
    moment = { ...moment, at: moment.at + 1, ...step };
    announced = announcedAfter(announced, { ...moment, at: START + moment.at * 1_000 });
    return announced.shown === shown ? undefined : announced.shown;
  });
}

/** What the user sees at each step: the kind of a notice that comes, `taken back` when one goes, or nothing. */
export function told(...steps: readonly Step[]): string[] {
  return changesOf(steps).map((change) => (change === undefined ? "" : (change?.kind ?? "taken back")));
}

/** All that is said in the course of these steps. */
export function saidIn(...steps: readonly Step[]): Notice[] {
  return changesOf(steps).filter((change) => change !== undefined && change !== null);
}

/** An instant so many seconds after the start, ISO 8601. */
export function instant(seconds: number): string {
  return new Date(START + seconds * 1_000).toISOString();
}
