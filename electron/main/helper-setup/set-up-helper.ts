import type { HelperSetup } from "../../../shared/contract/helper-setup.ts";
import type { Handlers } from "../../../shared/contract/ipc.ts";
import { DONE, failed } from "../../../shared/contract/result.ts";
import type { Result } from "../../../shared/contract/result.ts";
import { codedText } from "../../../shared/snapshot/coded-text.ts";
import type { CodedText } from "../../../shared/snapshot/coded-text.ts";
import type { ModelStore } from "../model.ts";
import { setChanged } from "../set-changed.ts";
import { foundHelper } from "./found-helper.ts";
import { openInstaller } from "./open-installer.ts";
import type { OpenFile } from "./open-installer.ts";
import { runWithPassword } from "./run-with-password.ts";
import { setupFailureOf } from "./setup-failure-of.ts";
import type { SetupSurroundings } from "./setup-surroundings.ts";
import { passwordCommand, passwordTools, REMOVE_FROM_MAC, setupWay, terminalCommand } from "./setup-way.ts";
import type { SetupAct } from "./setup-way.ts";

/** What installing and removing the helper needs of the rest of the app. */
export interface SetUpParts {
  readonly model: ModelStore;
  /** Looks at this computer. */
  look(): SetupSurroundings;
  /** The words that start the command line program in a terminal. */
  readonly holdfast: readonly string[];
  /** Opens the package for macOS. */
  readonly open: OpenFile;
  /** Is told that something was installed or removed, or may have been. */
  onChanged(): void;
  /** Notes what nobody foresaw and names it for the user. */
  onMistake(error: unknown): CodedText;
}

/** Installs and removes the helper. How it goes is in the model; the result says the same to the caller. */
export interface HelperSetUp {
  /** One at a time, and not while a repair runs (`busy`). `needs-rights` with a command where it cannot be done from here. */
  setUp(act: SetupAct): Promise<Result<null>>;
  /** Puts into the model what is installed now. */
  lookAgain(): void;
  /** Closes the dialogue for a password, for the end of the app. What runs as root by then goes on to its end. */
  stop(): void;
}

/** What the model says of the helper's set-up when nothing is being done. */
export function helperSetupNow(surroundings: SetupSurroundings, holdfast: readonly string[]): HelperSetup {
  const found = foundHelper(surroundings.helper, { version: __VERSION__, ruleset: __RULESET__ });
  return { found, by: setupWay(surroundings, holdfast), activity: "idle", failure: null };
}

/** Sets the helper up through what asks the user for a password: pkexec, or the installer of macOS. */
export function createHelperSetUp({ model, look, holdfast, open, onChanged, onMistake }: SetUpParts): HelperSetUp {
  const stopping = new AbortController();
  const show = (change: Partial<HelperSetup>) =>
    setChanged(model, { helperSetup: { ...model.getState().helperSetup, ...change } });
  const now = (): Pick<HelperSetup, "found" | "by"> => {
    const { found, by } = helperSetupNow(look(), holdfast);
    return { found, by };
  };
  const failureOf = async (words: readonly string[], command: string): Promise<CodedText | null> => {
    try {
      return setupFailureOf(await runWithPassword(words, stopping.signal), command);
    } catch (error) {
      // The dialogue was closed by the end of the app, not by a mistake.
      return stopping.signal.aborted ? codedText("authorisation-refused") : onMistake(error);
    }
  };
  // What comes of it shows when the popover opens again: nobody tells when the user is through with the installer.
  const throughInstaller = async (act: SetupAct, path: string): Promise<Result<null>> => {
    if (act === "uninstall") return failed("needs-rights", { command: REMOVE_FROM_MAC });
    const failure = await openInstaller(path, open);
    show({ failure });
    return failure === null ? DONE : { ok: false, error: failure };
  };
  return {
    async setUp(act) {
      const { activity, helperSetup } = model.getState();
      if (activity !== "idle" || helperSetup.activity !== "idle") return failed("busy");
      const surroundings = look();
      if (surroundings.installer !== null) return throughInstaller(act, surroundings.installer);
      const command = terminalCommand(holdfast, act);
      const tools = surroundings.helper.isRoot ? null : passwordTools(surroundings);
      if (tools === null) return failed("needs-rights", { command });
      show({ activity: act === "install" ? "installing" : "uninstalling", failure: null });
      const failure = await failureOf(passwordCommand(tools, act, surroundings.uid), command);
      show({ ...now(), activity: "idle", failure });
      onChanged();
      return failure === null ? DONE : { ok: false, error: failure };
    },
    lookAgain: () => show(now()),
    stop: () => stopping.abort(),
  };
}

/** Answers the call by which the popover installs and removes the helper. */
export function setupHandlers(setup: Pick<HelperSetUp, "setUp">): Pick<Handlers, "setUpHelper"> {
  return { setUpHelper: ({ act }) => setup.setUp(act) };
}
