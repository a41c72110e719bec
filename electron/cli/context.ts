import type { Language } from "../../shared/contract/settings.ts";
import type { Translate } from "../../shared/locales/i18n.ts";
import type { Machine } from "./machine.ts";
import type { Terminal } from "./terminal.ts";

/** What every command works with. */
export interface CliContext {
  readonly terminal: Terminal;
  readonly machine: Machine;
  readonly language: Language;
  readonly t: Translate;
}
