/** The exit codes that scripts rely on (docs/cli-reference.md). */
export const EXIT = {
  /** Nothing wrong, or done. */
  fine: 0,
  /** Problems found, or left. */
  problems: 1,
  /** Wrong usage or unreadable input. */
  usage: 2,
  /** Needs the helper or rights that it has not got. */
  rights: 3,
  /** The plan no longer fits the machine; nothing was done. */
  changed: 4,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
