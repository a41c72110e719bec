import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import type { Model } from "../../../electron/main/model.ts";
import type { KnownLook } from "../../../electron/main/watch/conclude.ts";
import { callNames } from "../../../shared/contract/ipc.ts";
import type { CallName } from "../../../shared/contract/ipc.ts";
import type { Language } from "../../../shared/contract/settings.ts";
import type { Timeline } from "../../../shared/history/timeline.ts";
import type { Translate } from "../../../shared/locales/i18n.ts";
import { popoverTranslator } from "../../support/popover-translator.ts";
import { judged, modelAfter, recordedSnapshot } from "../../support/judged.ts";
import { viewStateFor } from "../states/view-states.ts";
import type { StandInApp } from "../stand-in/start-stand-in.ts";

type Offered = Partial<Record<CallName, unknown>>;
const NOTHING_OFFERED: Offered = Object.fromEntries(callNames.map((name) => [name, undefined]));

/** What main knows. */
export interface Known {
  readonly model: Model;
  /** The look from which the views' questions are answered; null before the first. */
  readonly look: KnownLook | null;
  readonly timeline: Timeline;
  /** What is answered to some of the popover's calls in the place of what the stand-in answers by itself. */
  readonly offered: Offered;
}

/** The popover of a stand-in, in one language. */
export interface Popover {
  readonly page: Page;
  readonly language: Language;
  /** Its texts, those of the views that load theirs later included. Throws for a text that does not exist. */
  readonly t: Translate;
  /** Makes main know something else from now on, and shows it. */
  know(known: Known): Promise<void>;
}

/** The popover of a stand-in, as it speaks one language. */
export function popoverOf(standIn: StandInApp, language: Language): Popover {
  const { page } = standIn;
  let sequence = 0;
  const t = popoverTranslator(language);
  return {
    page,
    language,
    t,
    know: async ({ model, look, timeline, offered }) => {
      await standIn.offer({ ...NOTHING_OFFERED, ...offered });
      await standIn.look(look);
      await standIn.tell(timeline);
      await standIn.show(viewStateFor(model, language, ++sequence));
      await expect(page.locator("html")).toHaveAttribute("lang", language);
    },
  };
}

/** What is known after the first look at a recorded machine (`05-third-state-stale-pin`). */
export function recordedMachine(capture: string): Known {
  const snapshot = recordedSnapshot(capture);
  return { model: modelAfter(snapshot), look: judged(snapshot), timeline: [], offered: {} };
}
