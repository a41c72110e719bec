// @ts-check
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Where a package adds the licences of what it has bundled itself; what comes of it into our bundles is its own code. */
const OTHERS = /^# Licenses of bundled dependencies$/m;

/**
 * The words under which a package may be passed on: its own files, or the words of the MIT licence with its author where it
 * brings no file.
 *
 * @param {Pick<import("./shipped-packages.mjs").ShippedPackage, "name" | "licence" | "author" | "folder">} shipped
 * @returns {string}
 * @throws {Error} when it neither brings a text nor is under the MIT licence with an author
 */
export function licenceText({ name, licence, author, folder }) {
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(file));
  const texts = files.toSorted().map((file) => readFileSync(join(folder, file), "utf8"));
  if (texts.length > 0) return texts.map((text) => (text.split(OTHERS)[0] ?? text).trim()).join("\n\n");
  if (licence !== "MIT" || author === "") throw new Error(`${name} brings no words under which it may be passed on.`);
  return `Copyright (c) ${author}\n\n${MIT}`;
}

/** The licence without its first line, which names who gives it (https://spdx.org/licenses/MIT). */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software
is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES
OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE
LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR
IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
