/** A file that the standard output or standard error of a process goes to. */
export interface OutputFile {
  readonly pid: number;
  /** As the system names it, not yet known to be a regular file that we may read. */
  readonly path: string;
}

/** Finds where the outputs of processes go, as far as this user may see it; nothing for what cannot be seen. */
export type ReadOutputs = (pids: readonly number[]) => Promise<readonly OutputFile[]>;
