import * as v from "valibot";
import { Assessment } from "../health/finding.ts";
import { PlannedStep } from "../repair/plan-model.ts";
import { CodedText } from "../snapshot/coded-text.ts";
import { OperatingSystem } from "../snapshot/snapshot.ts";
import { HelperSetup } from "./helper-setup.ts";
import { KeepAliveStatus } from "./keep-alive-status.ts";
import { Language, Settings } from "./settings.ts";
import { Updates } from "./updates.ts";

/** Argument vectors, one per command, with absolute paths of the tools. */
const Commands = v.array(v.array(v.string()));

/** A step of the plan with what will be run for it, and what would undo it. */
export const StepView = v.strictObject({
  planned: PlannedStep,
  /** Whether it takes more than the right to change routes. */
  needsRoot: v.boolean(),
  commands: Commands,
  /** Empty when the step has no inverse (a nudge). */
  inverseCommands: Commands,
});
export type StepView = v.InferOutput<typeof StepView>;

/** The repair as the user sees it before it is confirmed. */
export const PlanView = v.strictObject({ digest: v.string(), steps: v.array(StepView) });
export type PlanView = v.InferOutput<typeof PlanView>;

/** What a living tunnel looks like at this moment. */
export const TunnelFacts = v.strictObject({
  interface: v.string(),
  /** Own address inside the tunnel, null when not observed. */
  address: v.nullable(v.string()),
  /** Number of unicast routes of any family through the tunnel, null when the table was not observed. */
  routes: v.nullable(v.number()),
});
export type TunnelFacts = v.InferOutput<typeof TunnelFacts>;

/** The verdict of one look at the machine. */
export const Look = v.strictObject({
  /** ISO 8601. */
  at: v.string(),
  assessment: Assessment,
  /** How many findings there are beside those in the assessment, which are the worst. */
  moreFindings: v.number(),
  plan: PlanView,
  tunnels: v.array(TunnelFacts),
  /** The VPN server that was seen last, as a name or an address; null when none ever was. */
  knownServer: v.nullable(v.string()),
});
export type Look = v.InferOutput<typeof Look>;

/** Whether a repair can be asked for, as far as it is known without asking the user for a password. */
export const HelperAvailability = v.variant("state", [
  v.strictObject({ state: v.literal("ready") }),
  /** Routes are repaired without a password, everything else with one (Linux). */
  v.strictObject({ state: v.literal("installed") }),
  v.strictObject({ state: v.literal("asks-password") }),
  v.strictObject({ state: v.literal("unavailable"), reason: CodedText }),
]);
export type HelperAvailability = v.InferOutput<typeof HelperAvailability>;

/** How the last repair or undo ended. */
export const Outcome = v.variant("kind", [
  v.strictObject({
    kind: v.literal("applied"),
    /** Names the transaction for undo. */
    transaction: v.string(),
    done: v.array(StepView),
    failed: v.array(v.strictObject({ step: StepView, error: CodedText })),
    /** `verified`: looked again, nothing that was to be repaired is left. `left`: something is. */
    verdict: v.picklist(["verified", "left"]),
  }),
  v.strictObject({
    kind: v.literal("undone"),
    restored: v.number(),
    skipped: v.array(CodedText),
  }),
  v.strictObject({
    kind: v.literal("failed"),
    during: v.picklist(["look", "repair", "undo"]),
    error: CodedText,
    /** The transaction that was broken off half-way and can be undone; null when nothing was done or it is not known. */
    undoable: v.nullable(v.string()),
  }),
]);
export type Outcome = v.InferOutput<typeof Outcome>;

export const Activity = v.picklist(["idle", "repairing", "undoing"]);
export type Activity = v.InferOutput<typeof Activity>;

/** What this Holdfast is, for people who report something. */
export const About = v.strictObject({
  version: v.string(),
  electron: v.string(),
  /** Path of the log; `~` stands for the user's home. */
  log: v.string(),
});
export type About = v.InferOutput<typeof About>;

/** Everything that the popover shows. Sent whole, first when the renderer subscribes, then on each change. */
export const ViewState = v.strictObject({
  /** Grows by one with each state that is sent. */
  sequence: v.number(),
  os: OperatingSystem,
  language: Language,
  settings: Settings,
  helper: HelperAvailability,
  helperSetup: HelperSetup,
  /** Whether Holdfast starts when the user logs in; `forbidden`: only the system's own settings can allow it; null where it cannot be set. */
  startsAtLogin: v.nullable(v.union([v.boolean(), v.literal("forbidden")])),
  updates: Updates,
  about: About,
  activity: Activity,
  keepAlive: KeepAliveStatus,
  /** Null until the first look at the machine is done. */
  look: v.nullable(Look),
  outcome: v.nullable(Outcome),
});
export type ViewState = v.InferOutput<typeof ViewState>;
