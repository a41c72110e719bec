import { createServer } from "node:net";
import type { Server, Socket } from "node:net";
import type { Answer } from "./state.ts";

/** What a stand-in program was started with. */
export interface ToolCall {
  readonly program: string;
  readonly words: readonly string[];
  /** Its standard input, empty when it has none. */
  readonly input: string;
}

/** The place where the stand-in programs ask what to print. */
export interface ToolServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Gives the output of a program that goes on printing; the function that is given back ends it. */
export type Stream = (print: (text: string) => void) => () => void;

/** A server of stand-in programs: each call is answered at once, or by a stream of text until the program is killed. */
export async function serveTools(answer: (call: ToolCall) => Answer | Stream): Promise<ToolServer> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    // A program that was killed needs no answer any more.
    socket.on("error", () => socket.destroy());
    let received = "";
    socket.setEncoding("utf8").on("data", (text: string) => {
      received += text;
      const call = readCall(received);
      if (call !== null) reply(socket, answer(call));
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return { port: portOf(server), close: () => closeAll(server, open) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server of the tools has no port");
  return address.port;
}

function closeAll(server: Server, open: ReadonlySet<Socket>): Promise<void> {
  for (const socket of open) socket.destroy();
  return new Promise((closed) => void server.close(() => closed()));
}

/** A call is: program, number of words, the words, the input; each ends with a zero byte. Null until it is whole. */
function readCall(text: string): ToolCall | null {
  const [program = "", count = "", ...rest] = text.split("\0");
  const number = Number(count);
  if (rest.length < number + 2) return null;
  return { program, words: rest.slice(0, number), input: rest[number] ?? "" };
}

/** An answer is: exit status, standard error as one line, standard output to the end. */
function reply(socket: Socket, answer: Answer | Stream): void {
  if (typeof answer !== "function") {
    socket.end(`${answer.status}\n${answer.errors}\n${answer.out}`);
    return;
  }
  socket.write("0\n\n");
  socket.on(
    "close",
    answer((text) => void socket.write(text)),
  );
}
