/** One line of the audit log; texts of the kernel are the only foreign ones. */
export interface AuditEntry {
  readonly op: string;
  readonly uid: number;
  readonly result: string;
  readonly txn?: string;
  readonly digest?: string;
  readonly counts?: Readonly<Record<string, number>>;
  /** What an unexpected error said, for whoever has to find its cause. */
  readonly detail?: string;
}

export type Audit = (entry: AuditEntry) => void;

// Control characters, line separators and marks that turn the direction of writing: a log line must not forge another.
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
const MAX_DETAIL = 300;

/** One entry as one line of JSON in plain ASCII of control characters, without its line feed. */
export function auditLine(entry: AuditEntry, at: string, pid: number): string {
  const detail = entry.detail === undefined ? {} : { detail: entry.detail.slice(0, MAX_DETAIL) };
  const text = JSON.stringify({ ts: at, pid, ...entry, ...detail });
  return text.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
