import type { KeepAliveStatus } from "../../../shared/contract/keep-alive-status.ts";
import type { Settings } from "../../../shared/contract/settings.ts";
import type { Assessment } from "../../../shared/health/finding.ts";
import type { Plan } from "../../../shared/repair/plan-model.ts";

/** What the last look at the machine showed: the verdict and the plan that the user sees. */
export interface ShownLook {
  readonly assessment: Assessment;
  readonly plan: Plan;
}

/** What is the case at one moment, as far as notices depend on it. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Null before the first look. */
  readonly look: ShownLook | null;
  readonly keepAlive: KeepAliveStatus;
  readonly popoverVisible: boolean;
  readonly settings: Pick<Settings, "notifications" | "mutedTopics">;
}
