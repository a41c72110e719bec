declare module "spdx-satisfies" {
  /** Whether a licence expression can be met by one of the allowed licences. Throws for what is no expression. */
  export default function satisfies(expression: string, allowed: readonly string[]): boolean;
}

declare module "spdx-expression-parse" {
  /** Throws for what is no licence expression. */
  export default function parse(expression: string): object;
}
