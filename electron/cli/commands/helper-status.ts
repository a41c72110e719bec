import { HelperFailure } from "../../helper-client/helper-failure.ts";
import { installedFor } from "../../helper-client/helper-mode.ts";
import type { InstalledState } from "../../helper-client/installed-helper.ts";
import { mismatchOf } from "../../helper-client/mismatch.ts";
import { readManifest } from "../../helper-setup/manifest.ts";
import type { Manifest } from "../../helper-setup/manifest.ts";
import { LINUX_PLACES } from "../../../shared/helper-setup/places.ts";
import type { CliContext } from "../context.ts";
import { EXIT } from "../exit-code.ts";
import type { ExitCode } from "../exit-code.ts";

/** What was found out about the installed helper. */
interface HelperStatus {
  /** How it can be used for repairs, and for keeping sessions alive; null where there can be none. */
  readonly repair: InstalledState | null;
  readonly keepAlive: InstalledState | null;
  /** Number of the user for whom it is installed; null when it is not known. */
  readonly user: number | null;
  /** Who answered, or what is installed where root must not ask; null when neither is known. */
  readonly answer: { readonly version: string; readonly mismatch: "helper-older" | "helper-newer" | null } | null;
  /** Why it did not answer. */
  readonly failure: string | null;
}

/** `holdfast helper status`: whether there is an installed helper, whether it may be trusted, and whether it fits. */
export async function helperStatus({ json }: { json?: true }, context: CliContext): Promise<ExitCode> {
  const status = await find(context);
  const fits = status.answer !== null && status.answer.mismatch === null;
  if (json) context.terminal.print(JSON.stringify({ schema: 1, ...status }, null, 2));
  else for (const line of statusLines(status, context)) context.terminal.print(line);
  if (fits && status.keepAlive?.state === "ready") return EXIT.fine;
  return status.repair?.state === "absent" || status.repair === null ? EXIT.rights : EXIT.problems;
}

async function find({ machine }: CliContext): Promise<HelperStatus> {
  const repair = installedFor("repair")?.found ?? null;
  const keepAlive = installedFor("keep-alive")?.found ?? null;
  const manifest = readManifest(LINUX_PLACES.manifest);
  const known = { repair, keepAlive, user: manifest?.uid ?? null };
  if (repair?.state !== "ready") return { ...known, answer: null, failure: null };
  // The helper answers its one user; what root wants to know stands beside it.
  if (process.geteuid?.() === 0)
    return { ...known, answer: manifest === null ? null : answerOf(manifest), failure: null };
  try {
    const helper = await machine.connectHelper({ mode: "socket" });
    await helper.close();
    const answer = { version: helper.hello.helper, mismatch: helper.mismatch };
    return { ...known, answer, failure: null };
  } catch (error) {
    if (!(error instanceof HelperFailure)) throw error;
    return { ...known, answer: null, failure: error.code };
  }
}

function answerOf({ version, ruleset }: Manifest): HelperStatus["answer"] {
  const own = { version: __VERSION__, ruleset: __RULESET__ };
  return { version, mismatch: mismatchOf({ helper: version, ruleset }, own) };
}

function statusLines({ repair, keepAlive, user, answer, failure }: HelperStatus, { t }: CliContext): string[] {
  const state = (found: InstalledState | null) => {
    const path = found?.state === "untrusted" ? found.path : "";
    return t(`cli:helper.state.${found?.state ?? "impossible"}`, { path });
  };
  const fit = answer?.mismatch ?? "same";
  return [
    t("cli:helper.repair", { state: state(repair) }),
    t("cli:helper.keep-alive", { state: state(keepAlive) }),
    ...(user === null ? [] : [t("cli:helper.user", { uid: user })]),
    ...(answer === null ? [] : [t(`cli:helper.version.${fit}`, { version: answer.version })]),
    ...(failure === null ? [] : [t(`app:error.${failure}`)]),
  ];
}
