// @ts-check
/** Connects its own input and output to a port of this network's 127.0.0.1. Usage: node other-end.mjs PORT */
import { connect } from "node:net";

const socket = connect(Number(process.argv[2]), "127.0.0.1");
socket.on("error", (error) => {
  console.error(`other-end: ${error.message}`);
  process.exit(1);
});
process.stdin.pipe(socket);
socket.pipe(process.stdout);
socket.on("close", () => process.exit(0));
