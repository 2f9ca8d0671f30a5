import { searchResult } from '@countersign/contracts';
import { call } from './call';

/** What was said in conversations one has or had; for a lead, in all. */
export const searchFor = (apiUrl: string, words: string) =>
  call(`${apiUrl}/v1/agent/search?${new URLSearchParams({ words })}`, searchResult);
