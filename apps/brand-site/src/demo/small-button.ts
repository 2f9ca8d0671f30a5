/** A button among others, in the drawer. */
export const smallButton =
  'min-h-9 min-w-16 rounded-full border-[1.5px] border-edge-strong px-3 font-semibold hover:bg-lilac disabled:opacity-50';
