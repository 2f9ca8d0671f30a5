/** As both the stand-in and the service take it. */
export type ClockChange = {
  readonly now?: string;
  readonly advanceSeconds?: number;
  readonly frozen?: boolean;
  readonly reset?: true;
};
