import { UnreadableOutput } from "../../../shared/capture/contribution.ts";
import { readLsofFields } from "../../../shared/capture/lsof-fields.ts";
import type { OpenFile } from "../../../shared/capture/lsof-fields.ts";
import { commandLine } from "../command-line.ts";
import type { Tool } from "../command-line.ts";
import { DARWIN_TOOLS } from "../darwin-tools.ts";
import { runCommand } from "../run-command.ts";
import type { OutputFile, ReadOutputs } from "./output-file.ts";

/** macOS: what lsof says, run once for all processes. Without root it knows only those of this user (macos-facts §7). */
export function darwinOutputs(lsof: Tool = DARWIN_TOOLS.lsof): ReadOutputs {
  return async (pids) => {
    // Without a number behind -p it would mean every process.
    if (pids.length === 0) return [];
    // -n and -P, since an output can also be a socket, whose names would be looked up.
    const words = ["-nP", "-w", "-a", "-p", pids.join(","), "-d", "1,2", "-Ffn"];
    const content = await runCommand({ ...commandLine(lsof, words), mayFail: true });
    return content.read ? filesAmong(content.text) : [];
  };
}

function filesAmong(text: string): OutputFile[] {
  return openFiles(text)
    .filter(({ name }) => name.startsWith("/"))
    .map(({ pid, name }) => ({ pid, path: name }));
}

// A list of logs is an offer: what cannot be read is not offered.
function openFiles(text: string): OpenFile[] {
  try {
    return readLsofFields(text);
  } catch (error) {
    if (error instanceof UnreadableOutput) return [];
    throw error;
  }
}
