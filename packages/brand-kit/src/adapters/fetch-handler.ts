/** What every handler of this kit is: a server as the Fetch API has it. */
export type FetchHandler = (request: Request) => Promise<Response>;
