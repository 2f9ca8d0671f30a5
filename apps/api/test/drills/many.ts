const AT_ONCE = 20;

/** All of them, so many at a time. */
export async function many<Value>(count: number, each: () => Promise<Value>): Promise<Value[]> {
  const all: Value[] = [];
  let begun = 0;
  const lane = async (): Promise<void> => {
    while (begun++ < count) all.push(await each());
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return all;
}
