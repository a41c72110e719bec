/** A file that is written from this folder and kept in the repository, so that everybody can read what is installed. */
export interface PackageFile {
  /** From the project's folder. */
  readonly path: string;
  readonly content: string;
  readonly mode: number;
}
