const namesRoom = /^(apps|packages)\//;

/**
 * What of the filters is for a room: parts of paths within it, none for all of it. Undefined: nothing here is meant.
 * @param room below the top of the repository: `packages/database`; a filter may name it so, or `database`
 */
export function filtersFor(room: string, filters: readonly string[]): readonly string[] | undefined {
  const names = [room, room.slice(room.indexOf('/') + 1)];
  if (filters.length === 0 || filters.some((filter) => names.includes(filter.replace(/\/$/, '')))) return [];
  const meant = filters
    .filter((filter) => !namesRoom.test(filter) || filter.startsWith(`${room}/`))
    .map((filter) => (namesRoom.test(filter) ? filter.slice(room.length + 1) : filter));
  return meant.length > 0 ? meant : undefined;
}
