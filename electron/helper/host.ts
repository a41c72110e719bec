import type { History } from "../../shared/history/history.ts";
import type { OperatingSystem, Snapshot } from "../../shared/snapshot/snapshot.ts";
import type { QuickObserver } from "../observe/quick/quick-observer.ts";

/** What a tool printed and how it ended; null when a signal ended it. */
export interface ToolResult {
  readonly status: number | null;
  readonly output: string;
}

/** A small file as it is on disk: its bytes and the attributes that must survive a change. */
export interface FileImage {
  /** Base64, so that any bytes fit into the journal. */
  readonly content: string;
  /** Permission bits. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** Files of the system that a step may touch. Only regular files of root in folders that only root can change; no link is followed. */
export interface SystemFiles {
  /** The file, null when there is none. Throws Refusal `conflict` when it is not such a file or larger than 4 KiB. */
  read(path: string): FileImage | null;
  /** Gives the file new content and keeps its attributes; whole or not at all where the file system allows. */
  write(path: string, image: FileImage): void;
  /** Makes a file that must not exist. */
  create(path: string, image: FileImage): void;
  remove(path: string): void;
}

/** The folder of the journal: one file per transaction, named by 32 hex digits. */
export interface JournalFolder {
  names(): string[];
  read(name: string): string;
  /** Makes the file with its first line and returns when both are on the disk. */
  create(name: string, line: string): void;
  append(name: string, line: string): void;
  /** Appends and returns when the line is on the disk. */
  appendDurably(name: string, line: string): void;
  remove(name: string): void;
}

/** What earlier helpers saw during this boot, kept where only root can write. */
export interface Ledger {
  /** `onProblem` is told, in English, what cannot be used; then nothing is remembered. */
  read(onProblem: (problem: string) => void): History;
  /** Keeps `learned`, which came from `known`. */
  keep(known: History, learned: History, onProblem: (problem: string) => void): void;
}

/**
 * All that the helper asks of the world, and nothing else: tests put a machine of their own in its place, and another
 * runtime needs no more than this.
 */
export interface Host {
  readonly os: OperatingSystem;
  /** Id of the running boot of the kernel. */
  readonly boot: string;
  /** Milliseconds since 1970. */
  now(): number;
  /** 32 random hex digits. */
  newTransactionId(): string;
  /** Everything, read anew. */
  observe(): Promise<Snapshot>;
  /**
   * Runs one tool to its end. Throws Refusal `tool_missing` when it is not there or not root's alone, `tool_failed`
   * when it takes or prints too much. A failing exit status is no error here.
   */
  run(command: readonly string[]): Promise<ToolResult>;
  /**
   * Runs `ip` commands that begin with the same program and family (`-4`, `-6`), one after the other, in one process: one
   * that fails does not keep those behind it from being run, and a helper that dies meanwhile leaves none half. How each
   * ended is not told: look. Throws Refusal as `run` does, `too_risky` before anything was run; not without the lock.
   */
  runTogether(commands: readonly (readonly string[])[]): Promise<void>;
  /** Sends SIGUSR2. Throws when the process is gone. */
  nudge(pid: number): void;
  /** Waits for the machine-wide lock and gives what releases it. Throws Refusal `busy`. */
  lock(): Promise<() => void>;
  /** Takes the lock of the one helper that keeps VPNs alive, and gives what releases it. Throws Refusal `busy` at once. */
  lockKeepAlive(): Promise<() => void>;
  /** Lets go first whoever was just asked for something, before what is only bookkeeping. */
  letOthersGo(): Promise<void>;
  /** Lets this process go before others: what it does is silence in a tunnel. No harm where that is not allowed. */
  hurry(): void;
  /** Begins to look quickly; end it when done. */
  quickObserver(): QuickObserver;
  readonly files: SystemFiles;
  readonly journal: JournalFolder;
  readonly ledger: Ledger;
}
