import type { Trouble } from '../../api/answer';

/** What went wrong, in a sentence: the service brings its own in English. */
export const trouble = () => (one: Trouble) => one.title;
