type Blossom = readonly [x: number, y: number, size: number, turn: number];

const blossoms: readonly Blossom[] = [
  [150, 66, 0.5, -12],
  [172, 98, 0.62, 24],
  [130, 122, 0.72, -30],
  [176, 150, 0.86, 14],
  [124, 184, 0.98, -8],
  [182, 214, 1.1, 36],
  [118, 252, 1.18, -22],
  [184, 284, 1.22, 8],
];

const petals = [0, 72, 144, 216, 288];

function Petals({ at: [x, y, size, turn] }: { at: Blossom }) {
  return (
    <g transform={`translate(${x} ${y}) rotate(${turn}) scale(${size})`}>
      {petals.map((angle) => (
        <path key={angle} d="M0 0C-17 -10 -15 -34 0 -38C15 -34 17 -10 0 0Z" transform={`rotate(${angle})`} />
      ))}
      <circle r="6.5" className="fill-sun" />
    </g>
  );
}

/** The flower the carrier is named after. */
export function Flower({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 300 420" className={className} aria-hidden="true">
      <path
        d="M152 60C158 170 142 260 150 412"
        fill="none"
        className="stroke-leaf"
        strokeWidth="6"
        strokeLinecap="round"
      />
      <path d="M150 372C110 372 84 352 72 318C116 316 142 336 150 372Z" className="fill-leaf" />
      <path
        d="M150 394C192 392 220 372 232 336C186 336 158 356 150 394Z"
        className="fill-leaf"
        opacity="0.75"
      />
      <g className="fill-violet">
        {blossoms.map((at) => (
          <Petals key={at[1]} at={at} />
        ))}
      </g>
    </svg>
  );
}

/** The same flower, one blossom: the mark in the header. */
export function Mark() {
  return (
    <svg viewBox="-44 -44 88 88" className="size-8 fill-violet" aria-hidden="true">
      <Petals at={[0, 0, 1.06, 0]} />
    </svg>
  );
}
