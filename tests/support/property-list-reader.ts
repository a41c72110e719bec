/** What a property list holds. */
export type PropertyValue = string | number | boolean | PropertyValue[] | { [key: string]: PropertyValue };

const HEAD =
  /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*<!DOCTYPE plist PUBLIC "-\/\/Apple\/\/DTD PLIST 1\.0\/\/EN" "http:\/\/www\.apple\.com\/DTDs\/PropertyList-1\.0\.dtd">\s*<plist version="1\.0">/;
const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

/** Reads a property list in XML. Throws with the place of the first thing that does not belong there. */
export function readPropertyList(text: string): PropertyValue {
  const head = HEAD.exec(text);
  if (head === null) throw new Error("no head of a property list");
  const reader = new Reader(text, head[0].length);
  const value = reader.value();
  reader.expect("</plist>");
  reader.expectEnd();
  return value;
}

class Reader {
  readonly #text: string;
  #place: number;

  constructor(text: string, place: number) {
    this.#text = text;
    this.#place = place;
  }

  value(): PropertyValue {
    if (this.#take("<true/>")) return true;
    if (this.#take("<false/>")) return false;
    if (this.#take("<string>")) return this.#textUpTo("</string>");
    if (this.#take("<integer>")) return this.#integer();
    if (this.#take("<array>")) return this.#array();
    this.expect("<dict>");
    return this.#dictionary();
  }

  expect(tag: string): void {
    if (!this.#take(tag)) throw this.#error(`expected ${tag}`);
  }

  expectEnd(): void {
    if (this.#text.slice(this.#place).trim() !== "") throw this.#error("expected the end");
  }

  #array(): PropertyValue[] {
    const values: PropertyValue[] = [];
    while (!this.#take("</array>")) values.push(this.value());
    return values;
  }

  #dictionary(): PropertyValue {
    const values = new Map<string, PropertyValue>();
    while (!this.#take("</dict>")) {
      this.expect("<key>");
      const key = this.#textUpTo("</key>");
      if (values.has(key)) throw this.#error(`${key} a second time`);
      values.set(key, this.value());
    }
    return Object.fromEntries(values);
  }

  #integer(): number {
    const digits = this.#textUpTo("</integer>");
    if (!/^-?\d{1,15}$/.test(digits)) throw this.#error(`${digits} is no whole number`);
    return Number(digits);
  }

  #textUpTo(tag: string): string {
    const end = this.#text.indexOf(tag, this.#place);
    const raw = this.#text.slice(this.#place, end === -1 ? undefined : end);
    if (end === -1 || /[<>]|&(?!(?:amp|lt|gt);)/.test(raw)) throw this.#error(`expected text and ${tag}`);
    this.#place = end + tag.length;
    return raw.replaceAll(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);
  }

  #take(tag: string): boolean {
    const start = this.#text.slice(this.#place).search(/\S|$/) + this.#place;
    if (!this.#text.startsWith(tag, start)) return false;
    this.#place = start + tag.length;
    return true;
  }

  #error(reason: string): Error {
    return new Error(`at ${this.#place}: ${reason}: ${this.#text.slice(this.#place, this.#place + 40)}`);
  }
}
