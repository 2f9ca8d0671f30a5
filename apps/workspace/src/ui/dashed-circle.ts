import { createLucideIcon } from 'lucide-react';

/** Lucide's own in one element instead of eight: it stands in every row of whoever is not signed in. */
export const DashedCircle = createLucideIcon('dashed-circle', [
  [
    'circle',
    { cx: '12', cy: '12', r: '10', strokeDasharray: '3.82 4.034', strokeDashoffset: '1.91', key: 'circle' },
  ],
]);
