/** One call of the helper to the machine, in milliseconds of its own clock. */
export interface Call {
  readonly name: string;
  readonly begun: number;
  readonly ended: number;
}

/** What an apply spends its time on, in milliseconds. */
export interface Phases {
  /** To wait for the lock, and to read the journal of earlier times. */
  readonly lock: number;
  /** To read the machine. */
  readonly look: number;
  /** To judge what was read, to plan anew, to compare the digest, to ask veto and guard. */
  readonly judge: number;
  /** To write the journal, what must be on the disk and what need not. */
  readonly journal: number;
  /** To delete. */
  readonly act: number;
  /** To read the table again before and after that, and to compare each row. */
  readonly verify: number;
  /** All else between the order and the answer: to read the one and to write the other. */
  readonly talk: number;
}

const ACTS = ["runTogether", "run del"];
const JOURNAL = ["journal.create", "journal.append", "journal.appendDurably"];

/** The phases of the last apply that these calls are of; `whole` is its time for whoever asked. */
export function phasesOf(calls: readonly Call[], whole: number): Phases {
  const lock = the(calls, "lock");
  const own = calls.filter(({ begun }) => begun >= lock.begun);
  const look = the(own, "observe");
  const written = own.filter(({ name }) => JOURNAL.includes(name));
  const [first, last] = [written[0], written.at(-1)];
  if (first === undefined || last === undefined) throw new Error("nothing was journaled");
  const journal = sumOf(written);
  const act = sumOf(own.filter(({ name }) => ACTS.includes(name)));
  return {
    lock: look.begun - lock.begun,
    look: look.ended - look.begun,
    judge: first.begun - look.ended,
    journal,
    act,
    verify: last.ended - first.begun - journal - act,
    talk: whole - (last.ended - lock.begun),
  };
}

function the(calls: readonly Call[], wanted: string): Call {
  const found = calls.findLast(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`no ${wanted} was called`);
  return found;
}

function sumOf(calls: readonly Call[]): number {
  return calls.reduce((sum, { begun, ended }) => sum + ended - begun, 0);
}
