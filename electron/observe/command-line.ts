/** A program and its arguments, to be started without a shell. */
export interface CommandLine {
  /** Absolute path of the program. */
  readonly path: string;
  readonly arguments: readonly string[];
  /** Text for its standard input, nothing when left out. */
  readonly input?: string;
  /** The program exits with an error when it finds only some or nothing (lsof, ipconfig); what it prints counts. */
  readonly mayFail?: boolean;
}

/** A program that commands start with, with arguments that come before all others (`ip -n laptop`). */
export interface Tool {
  readonly path: string;
  readonly arguments?: readonly string[];
}

/** The command line of a tool with further arguments. */
export function commandLine(tool: Tool, words: readonly string[]): CommandLine {
  return { path: tool.path, arguments: [...(tool.arguments ?? []), ...words] };
}
