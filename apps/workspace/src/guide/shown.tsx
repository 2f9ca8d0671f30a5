'use client';

import { listenTo } from '@countersign/guide';
import { useEffect } from 'react';

/** In the guided demo the shop frames the workspace and shows it by using it. Of another page it takes nothing. */
export function Shown({ by }: { by: string }) {
  useEffect(() => (window.parent === window ? undefined : listenTo(new URL(by).origin)), [by]);
  return null;
}
