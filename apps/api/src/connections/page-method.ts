import type { Connection } from './connection.js';

/**
 * What the widget calls. A method written for LivePerson answers by a callback: `lptag.js` stands between, and knows
 * by this name which method of the page it is, and whether a text it answers is a code or a token.
 */
export const methodForPage = ({
  mode,
  flow,
  method,
}: Pick<Connection, 'mode' | 'flow' | 'method'>): string =>
  mode === 'liveperson' ? `lpTag.countersign.${flow}.${method.replaceAll('.', ':')}` : method;
