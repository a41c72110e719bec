import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What was asked of a feed. */
export interface Asked {
  /** Without the query that keeps caches away. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** Answers one request for one path. */
export type Answer = (response: ServerResponse) => void;

/** A static feed of releases on this machine's loopback, and what may be wrong with one. */
export interface Feed {
  readonly url: string;
  readonly asked: readonly Asked[];
  /** Answers a path (`/latest-linux.yml`) so from now on; whatever has no answer is missing. */
  answer(path: string, answer: Answer): void;
  /** Puts a release there, as a packager would: its list, and the file. Gives the file's path. */
  publish(release: Published): string;
  stop(): Promise<void>;
}

/** A release. */
export interface Published {
  readonly version: string;
  readonly notes?: string;
  /** Left out: a deb. */
  readonly kind?: "deb" | "AppImage";
  /** Left out: {@link announced}. */
  readonly content?: Buffer;
}

/** The list that a feed has for Linux. */
export const LIST = "/latest-linux.yml";

/** Starts a feed that has nothing yet. */
export async function startFeed(): Promise<Feed> {
  const answers = new Map<string, Answer>();
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const path = request.url?.split("?")[0] ?? "";
    asked.push({ path, headers: request.headers });
    const answer = answers.get(path);
    if (answer === undefined) response.writeHead(404).end();
    else answer(response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const answer = (path: string, with_: Answer) => void answers.set(path, with_);
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    answer,
    publish(release) {
      const path = `/holdfast_${release.version}_${process.arch}.${release.kind ?? "deb"}`;
      answer(LIST, text(listOf(release, path)));
      answer(path, whole(release.content ?? announced(release.version)));
      return path;
    },
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

/** What the publisher meant to put there. */
export function announced(version: string): Buffer {
  return Buffer.alloc(300_000, `package of ${version}\n`);
}

/** Answers with a text. */
export function text(content: string, status = 200): Answer {
  return (response) => response.writeHead(status, { "content-type": "text/yaml" }).end(content);
}

/** Answers with a file. */
export function whole(content: Buffer): Answer {
  return (response) => response.writeHead(200, { "content-length": content.length }).end(content);
}

/** Points to another address. */
export function elsewhere(url: string): Answer {
  return (response) => response.writeHead(302, { location: url }).end();
}

/** Takes the request and never says anything. */
export const SILENT: Answer = () => undefined;

/** Sends the first half of a file and no more. */
export function stuck(content: Buffer): Answer {
  return (response) =>
    response.writeHead(200, { "content-length": content.length }).write(content.subarray(0, content.length / 2));
}

/**
 * Sends a file up to the end of its third quarter at the pace of a slow line, so that electron-updater, which tells how far
 * it is once a second, does; the rest when `rest` settles.
 */
export function slowly(content: Buffer, rest: Promise<void>): Answer {
  return (response) => {
    const [half, most] = [content.length / 2, (content.length * 3) / 4];
    response.writeHead(200, { "content-length": content.length }).write(content.subarray(0, half));
    setTimeout(() => response.write(content.subarray(half, most)), 1100);
    void rest.then(() => response.end(content.subarray(most)));
  };
}

/** A list as electron-builder writes it for a package. */
export function listOf({ version, notes, content = announced(version) }: Published, path: string): string {
  const sha512 = createHash("sha512").update(content).digest("base64");
  return [
    `version: ${version}`,
    "files:",
    `  - url: ${path.slice(1)}`,
    `    sha512: ${sha512}`,
    `    size: ${content.length}`,
    `path: ${path.slice(1)}`,
    `sha512: ${sha512}`,
    ...(notes === undefined ? [] : [`releaseNotes: ${JSON.stringify(notes)}`]),
    "releaseDate: '2026-03-02T12:00:00.000Z'",
    "",
  ].join("\n");
}
