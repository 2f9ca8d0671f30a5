/** One place where programs look up whom to trust. */
export type Store = {
  /** What it is, and who reads it. */
  readonly name: string;
  /** Why nothing can be done there, in words; undefined: it can. */
  unavailable(): Promise<string | undefined>;
  holds(): Promise<boolean>;
  /** Throws with what the system's own tool said. */
  add(): Promise<void>;
  remove(): Promise<void>;
};

/** Runs a program of the system; throws with what it said when it failed. */
export type Ask = (command: string, ...args: readonly string[]) => Promise<string>;
