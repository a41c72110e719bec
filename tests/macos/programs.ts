/**
 * Stands in for the helper: answers the first line that it reads with that line, its user and its words, and says a word
 * to its standard error.
 */
export const ANSWERING_PROGRAM = `"use strict";
process.stderr.write("said to standard error\\n");
let text = "";
process.stdin.setEncoding("utf8");
process.stdin.on("data", (chunk) => {
  text += chunk;
  if (!text.includes("\\n")) return;
  const answer = { line: text.slice(0, text.indexOf("\\n")), uid: process.geteuid(), words: process.argv.slice(2) };
  process.stdout.write(JSON.stringify(answer) + "\\n", () => process.stdin.destroy());
});
`;

/**
 * A client: \`SOCKET COUNT WIDTH\` asks COUNT questions, WIDTH at a time, each by a connection of its own, and prints a list
 * of what came over each until it was closed, or of the code of its failure.
 */
export const CLIENT_PROGRAM = `"use strict";
const { connect } = require("node:net");
const [socket, count, width] = process.argv.slice(2);
const answers = [];
let next = 0;
function ask(question) {
  return new Promise((settle) => {
    let text = "";
    const connection = connect(socket, () => connection.write(question + "\\n"));
    connection.setEncoding("utf8");
    connection.setTimeout(30000, () => connection.destroy(Object.assign(new Error(), { code: "SILENT" })));
    connection.on("data", (chunk) => { text += chunk; });
    connection.on("error", (error) => settle(error.code));
    connection.on("close", () => settle(text));
  });
}
async function askOn() {
  while (next < Number(count)) {
    const place = next++;
    answers[place] = await ask("question " + place);
  }
}
Promise.all(Array.from({ length: Number(width) }, askOn)).then(() => process.stdout.write(JSON.stringify(answers)));
`;

/** Says whom \`getpeereid\` names at the other end of its standard input. The numbers before it are nobody's. */
export const PEER_PROGRAM = `"use strict";
const { dlopen } = require("node:ffi");
const { functions } = dlopen(null, { getpeereid: { arguments: ["int32", "pointer", "pointer"], return: "int32" } });
const uid = new Uint32Array([0xffffffff]);
const gid = new Uint32Array([0xffffffff]);
const status = functions.getpeereid(0, uid, gid);
process.stdout.write(JSON.stringify({ status, uid: uid[0] }));
`;
