import { partlyObserved } from "../snapshot/part.ts";
import type { Connectivity } from "../snapshot/snapshot.ts";
import type { CaptureSource, OutputParser } from "./contribution.ts";
import { readScutilDictionary } from "./scutil-dictionary.ts";
import { isCommand, ownArguments } from "./source.ts";

const KEY = /^State:\/Network\/Interface\/([^/]+)\/CaptiveNetwork$/;
/** Stages in which macOS shows the page of a network that wants a sign-in. */
const SIGN_IN_STAGE = /^(?:websheet|presentui)$/i;

/**
 * Reads what macOS found when it looked for a sign-in page, `scutil show State:/Network/Interface/en0/CaptiveNetwork`:
 * `Stage : Online`, `WaitingOnUI : TRUE` while the sign-in window waits. Throws as {@link readScutilDictionary} does.
 */
export const captiveNetwork: OutputParser = {
  os: "darwin",
  understands: (source) => interfaceOf(source) !== null,
  parse(text, source) {
    const dictionary = readScutilDictionary(text);
    if (dictionary === null) return { connectivity: partlyObserved([]) };
    const stage = dictionary.get("Stage");
    const waiting = dictionary.get("WaitingOnUI") === "TRUE";
    const state = stateOf(typeof stage === "string" ? stage : "", waiting);
    return {
      connectivity: partlyObserved([{ origin: "captive-network-support", interface: interfaceOf(source), state }]),
    };
  },
};

function interfaceOf(source: CaptureSource): string | null {
  if (!isCommand(source, "scutil")) return null;
  const [verb, key = ""] = ownArguments(source);
  return verb === "show" ? (KEY.exec(key)?.[1] ?? null) : null;
}

function stateOf(stage: string, waiting: boolean): Connectivity["state"] {
  if (waiting || SIGN_IN_STAGE.test(stage)) return "portal";
  return stage === "Online" ? "full" : "unknown";
}
