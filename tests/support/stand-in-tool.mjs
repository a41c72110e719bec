// Stands in for a program of another system: `node stand-in-tool.mjs ANSWERS NAME WORDS…` prints the answer that the
// JSON file ANSWERS holds for `NAME WORDS…`, or, for a program without words, for `NAME` and the first line of its input.
import { readFileSync, writeSync } from "node:fs";

const [answersFile, ...words] = process.argv.slice(2);
const answers = JSON.parse(readFileSync(answersFile, "utf8"));
const question = words.length > 1 ? words.join(" ") : `${words[0]} ${readFileSync(0, "utf8").split("\n")[0]}`;
const answer = answers[question];
if (answer === undefined) {
  writeSync(2, `unexpected: ${question}\n`);
  process.exit(64);
}
writeSync(1, answer.text ?? "");
writeSync(2, answer.errors ?? "");
process.exit(answer.status ?? 0);
