/** What one visit found. Times in milliseconds; a category that was not asked for is missing. */
export type Visit = {
  readonly accessibility?: number;
  readonly bestPractices?: number;
  readonly lcp?: number;
  readonly tbt?: number;
  readonly cls?: number;
  /** What keeps a score below 100, in Lighthouse's words. */
  readonly short: readonly string[];
};

export type Scores = {
  readonly page: string;
  readonly seen: string;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly short: readonly string[];
};

export type Cost = Readonly<Record<'with' | 'without' | 'delta', { lcp: number; tbt: number; cls: number }>>;

/** Where figures come from: they mean nothing without it. */
export type Source = {
  readonly date: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly load: number;
  readonly browser: string;
  readonly lighthouse: string;
  readonly rounds: number;
};

export type Part = { readonly source: Source; readonly scores: readonly Scores[]; readonly cost?: Cost };
export const partNames = ['widget', 'pages'] as const;
export type PartName = (typeof partNames)[number];
export type Figures = Partial<Record<PartName, Part>>;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = Number.isInteger(middle)
    ? [sorted[middle - 1], sorted[middle]]
    : [sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

const of = (visits: readonly Visit[], name: Exclude<keyof Visit, 'short'>): number =>
  median(visits.map((visit) => visit[name] ?? Number.NaN));

/** The scores of one page: the median of each, and all that was ever found short. */
export const scoresOf = (page: string, seen: string, visits: readonly Visit[]): Scores => ({
  page,
  seen,
  accessibility: of(visits, 'accessibility'),
  bestPractices: of(visits, 'bestPractices'),
  short: [...new Set(visits.flatMap(({ short }) => short))],
});

/** The difference is taken within a round, where both met the same machine. */
export function costOf(withIt: readonly Visit[], without: readonly Visit[]): Cost {
  const timings = (visits: readonly Visit[]) => ({
    lcp: of(visits, 'lcp'),
    tbt: of(visits, 'tbt'),
    cls: of(visits, 'cls'),
  });
  const less = (name: 'lcp' | 'tbt' | 'cls') =>
    median(
      withIt.map((visit, round) => (visit[name] ?? Number.NaN) - (without[round]?.[name] ?? Number.NaN)),
    );
  return {
    with: timings(withIt),
    without: timings(without),
    delta: { lcp: less('lcp'), tbt: less('tbt'), cls: less('cls') },
  };
}
