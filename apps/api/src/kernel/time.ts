/** The time, injected, so that a test can hold it still. */
export abstract class Clock {
  /** The present as a UTC instant. */
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
