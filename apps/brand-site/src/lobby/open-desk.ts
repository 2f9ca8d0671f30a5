/** From here on the workspace shows who the customer is beside what they say, and not behind a button. */
const threePanes = 1_120;
/** What the shop needs at its edges, to be used while the agent's window lies over it. */
const chat = 424;
const drawer = 376;

/** At the left, since the chat is at the right: in sight with all of it if the screen is wide enough, and the drawer too. */
export function placeOf({ width, height }: { width: number; height: number }) {
  const left = width >= drawer + threePanes + chat ? drawer : 0;
  const wished = Math.max(threePanes, Math.floor(width / 2));
  return { left, top: 0, width: Math.max(threePanes, Math.min(wished, width - left - chat)), height };
}

function besideTheChat(): string {
  const place = placeOf({ width: screen.availWidth, height: screen.availHeight });
  return `popup,${Object.entries(place)
    .map(([name, value]) => `${name}=${value}`)
    .join(',')}`;
}

/** Whether the browser let the agent's window open. Within a click it does, unless it was told not to. */
export const openDesk = (): boolean =>
  window.open('/lobby/desk', 'countersign-workspace', besideTheChat()) !== null;
