import { join } from "node:path";
import { app } from "electron";
import * as v from "valibot";
import { keptFile } from "../../observe/kept/kept-file.ts";

const Kept = v.object({ checkedAt: v.optional(v.number()) });

/** When a feed answered last, in milliseconds since 1970, kept in `updates.json` of the app's data folder. */
export interface LastCheck {
  get(): number | null;
  set(milliseconds: number): void;
}

/** Opens nothing before it is asked. A file that cannot be read is as good as none: it holds no choice of the user. */
export function lastCheck(onProblem: (problem: string) => void): LastCheck {
  const path = join(app.getPath("userData"), "updates.json");
  const file = keptFile({ path, schema: Kept, mostBytes: 1024, unusable: "set-aside", onProblem });
  return {
    get: () => file.read()?.checkedAt ?? null,
    set: (milliseconds) => file.write({ checkedAt: milliseconds }),
  };
}
