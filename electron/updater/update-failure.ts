import type { UpdateFailureCode } from "../../shared/contract/updates.ts";
import { codedText } from "../../shared/snapshot/coded-text.ts";
import type { CodedText } from "../../shared/snapshot/coded-text.ts";

/** Something stood in the way of an update. */
export class UpdateFailure extends Error {
  override readonly name = "UpdateFailure";
  readonly coded: CodedText;

  constructor(code: UpdateFailureCode, args: CodedText["args"] = {}) {
    super(code);
    this.coded = codedText(code, args);
  }
}

/** Codes of Node, electron-updater and Chromium (net/base/net_error_list.h) that have one meaning. */
const KNOWN: readonly (readonly [RegExp, UpdateFailureCode])[] = [
  [/ERR_CHECKSUM_MISMATCH/, "hash-mismatch"],
  [/ERR_BLOCKED_BY_CLIENT/, "feed-elsewhere"],
  [/ERR_UPDATER_CHANNEL_FILE_NOT_FOUND|status 404/, "feed-missing"],
  [/ERR_UPDATER_(?:INVALID|NO_)|YAMLException/, "feed-unreadable"],
  [/ENOSPC|EDQUOT|ERR_FILE_NO_SPACE/, "no-space"],
  [/ERR_TIMED_OUT|ERR_CONNECTION_TIMED_OUT/, "feed-slow"],
  [/net::ERR_/, "feed-unreachable"],
];

/** What a mistake on the way to an update is to the user. */
export function failureOf(error: unknown): CodedText {
  if (error instanceof UpdateFailure) return error.coded;
  const { code, message, statusCode } = describe(error);
  const said = `${code} ${message}`;
  const known = KNOWN.find(([pattern]) => pattern.test(said));
  if (known !== undefined) return codedText(known[1]);
  const status = statusCode ?? /\bstatus (\d{3})\b/.exec(message)?.[1];
  if (status !== undefined) return codedText("feed-broken", { status });
  return codedText("download-failed", { detail: message.split("\n")[0]?.slice(0, 200) ?? "" });
}

function describe(error: unknown): { code: string; message: string; statusCode?: number } {
  if (!(error instanceof Error)) return { code: "", message: String(error) };
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  const status = typeof statusCode === "number" ? { statusCode } : {};
  return { code: typeof code === "string" ? code : "", message: `${error.name}: ${error.message}`, ...status };
}
