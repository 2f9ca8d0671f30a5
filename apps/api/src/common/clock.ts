/** The wall clock, as an argument: rules read time from here and from nowhere else. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}
