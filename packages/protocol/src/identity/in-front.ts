/**
 * Who sits in front of the screen after a page load. The page's word opens and raises nothing:
 * it lets a session go on that is there already, or ends it. Null, absent and another person all end it.
 */
export const sameInFront = (sessionSubject: string | null, signedInAs: string | null): boolean =>
  sessionSubject === null ? true : sessionSubject === signedInAs;
