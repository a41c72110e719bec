import { HelperFailure } from "../../helper-client/helper-failure.ts";
import type { HelperConnection } from "../../helper-client/helper-connection.ts";
import { holdHelper } from "../../helper-client/hold-helper.ts";
import type { HeldHelper } from "../../helper-client/hold-helper.ts";
import { systemClock } from "../../observe/clock.ts";
import type { Clock } from "../../observe/clock.ts";
import type { KeepAliveReport } from "../../../shared/contract/keep-alive.ts";
import type { KeepAliveStatus } from "../../../shared/contract/keep-alive-status.ts";
import { mayRepairFor } from "../../../shared/health/pins.ts";
import type { KeptAliveEvent } from "../../../shared/history/timeline.ts";
import { episodeOf } from "../../../shared/keep-alive/episode-of.ts";
import { followReport, NOTHING_FOLLOWED, statusOf } from "../../../shared/keep-alive/follow-report.ts";
import { codedText } from "../../../shared/snapshot/coded-text.ts";
import type { CodedText } from "../../../shared/snapshot/coded-text.ts";
import type { Model, ModelStore } from "../model.ts";

/** What keeping VPNs alive needs of the rest of the app. */
export interface KeepAliveParts {
  readonly model: ModelStore;
  /** Opens a conversation with the helper; throws HelperFailure. May ask the user for a password. */
  connect(): Promise<HelperConnection>;
  /** Puts into the model which helper there is now: it may have been removed. */
  lookForHelper(): void;
  /** Is told how each trouble ended. */
  onEpisode(event: KeptAliveEvent): void;
  /** What is thrown and is no HelperFailure is a mistake of ours; this notes it and names it for the user. */
  onMistake(error: unknown): CodedText;
  readonly clock?: Clock;
}

/** A VPN that reconnects is gone for some seconds; the helper is let go when none was there for so many milliseconds. */
const FAREWELL = 60_000;
/**
 * Holds a helper that keeps VPNs alive as long as the user wants it and there is a VPN that can be kept, and puts into the
 * model how that goes. `stop` ends it, for the end of the app.
 */
export function keepVpnAlive(parts: KeepAliveParts): { stop(): Promise<void> } {
  const { model, clock = systemClock } = parts;
  let helper: HeldHelper | null = null;
  let cancelFarewell: (() => void) | null = null;

  const show = (keepAlive: KeepAliveStatus) => model.setState({ keepAlive });
  const letGo = async (): Promise<void> => {
    cancelFarewell?.();
    cancelFarewell = null;
    const held = helper;
    helper = null;
    await held?.letGo();
  };
  const drop = () => void letGo().catch(parts.onMistake);
  const farewell = () => {
    drop();
    show(withoutVpn(model.getState().keepAlive));
  };
  const begin = () => {
    cancelFarewell?.();
    cancelFarewell = null;
    // What the user has to put right first is not tried again before the switch is turned.
    if (helper !== null || model.getState().keepAlive.state === "unavailable") return;
    show({ state: "starting", again: false });
    helper = holdHelper({
      ...followed(parts, clock),
      connect: () => parts.connect(),
      clock,
    });
  };
  const update = () => {
    const { settings, observation, keepAlive } = model.getState();
    if (!settings.keepAlive) {
      drop();
      if (keepAlive.state !== "off") show({ state: "off" });
    } else if (hasKeepableClient(observation)) begin();
    else if (helper !== null) cancelFarewell ??= clock.after(FAREWELL, farewell);
    else if (keepAlive.state === "off") show({ state: "idle" });
  };
  const unsubscribe = model.subscribe(({ settings, observation, helper: found, keepAlive }, before) => {
    const isOtherHelper = found.state !== before.helper.state;
    if (isOtherHelper && keepAlive.state === "unavailable") {
      // One that was just installed may do what could not be done before.
      drop();
      show({ state: "off" });
    }
    const isOtherwise = settings.keepAlive !== before.settings.keepAlive || observation !== before.observation;
    if (isOtherHelper || isOtherwise) update();
  });
  update();
  return {
    stop() {
      unsubscribe();
      return letGo();
    },
  };
}

/** Follows the reports of one helper, and of those that are started in its place. */
function followed({ model, lookForHelper, onEpisode, onMistake }: KeepAliveParts, clock: Clock) {
  let known = NOTHING_FOLLOWED;
  return {
    onReport(report: KeepAliveReport) {
      const episode = episodeOf(known, report);
      known = followReport(known, report, new Date(clock.now()).toISOString());
      if (episode !== null) onEpisode(episode);
      model.setState({ keepAlive: statusOf(known) });
    },
    // A password is asked for only when the user has turned the switch.
    mayStartAgain() {
      lookForHelper();
      return model.getState().helper.state !== "asks-password";
    },
    onFailure(error: unknown, pause: number | null) {
      known = NOTHING_FOLLOWED;
      const coded = error instanceof HelperFailure ? codedText(error.code, error.args) : onMistake(error);
      model.setState({ keepAlive: statusWithout(coded, pause !== null) });
    },
  };
}

/** How it goes without a helper, for this reason. */
function statusWithout(error: CodedText, isStartedAgain: boolean): KeepAliveStatus {
  if (error.code === "busy") return { state: "elsewhere" };
  return isStartedAgain ? { state: "starting", again: true } : { state: "unavailable", error };
}

function hasKeepableClient(observation: Model["observation"]): boolean {
  const clients = observation?.assessment.clients ?? [];
  return clients.some(
    (client) => client.kind === "openconnect" && client.alive && client.interface !== null && mayRepairFor(client),
  );
}

// That the user has to sign in, or has to do something first, stays true without a VPN.
function withoutVpn(status: KeepAliveStatus): KeepAliveStatus {
  return status.state === "refused" || status.state === "unavailable" ? status : { state: "idle" };
}
