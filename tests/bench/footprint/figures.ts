import type { AppName } from "./apps.ts";
import type { RestFigures } from "./rest.ts";
import type { StartFigures } from "./starts.ts";

/** All that the bench finds out. */
export interface FootprintFigures {
  /** How busy the machine was when the bench began: programs that ran or waited to (1 minute). Others spoil the figures. */
  readonly load: number;
  readonly electron: string;
  readonly starts: number;
  readonly start: Readonly<Record<AppName, StartFigures>>;
  /** How long the apps were left alone. */
  readonly seconds: number;
  readonly rest: Readonly<Record<AppName, RestFigures>>;
}
