import { historyFile } from "../../../../electron/observe/kept/history-file.ts";
import { EMPTY_HISTORY } from "../../../../shared/history/history.ts";

// A program that keeps a history again and again, as app and `holdfast watch` do: folder, own name, how many times.
const [folder = "", name = "", times = "0"] = process.argv.slice(2);
const file = historyFile(folder, "boot", {
  unusable: "set-aside",
  onProblem: (problem) => process.stderr.write(`${problem}\n`),
});
let known = file.read();
for (let count = 0; count < Number(times); count++) {
  known = file.keep(known, { ...known, servers: [...known.servers, `${name}-${count}`].slice(-64) });
}
// The last word of each writer may be lost to another's; what it kept in the end it keeps once more.
file.keep(EMPTY_HISTORY, known);
