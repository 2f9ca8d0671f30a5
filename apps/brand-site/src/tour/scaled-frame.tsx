'use client';

import { type ComponentProps, useEffect, useRef, useState } from 'react';

type Props = Omit<ComponentProps<'iframe'>, 'width' | 'height'> & {
  readonly title: string;
  /** As wide as the page in it believes to be; more, where there is more room. */
  readonly wide: number;
  readonly hold: (frame: HTMLIFrameElement | null) => void;
};

/** A real page as large as it wants to be, shown as large as there is room. */
export function ScaledFrame({ wide, hold, title, ...rest }: Props) {
  const room = useRef<HTMLDivElement>(null);
  // Nothing before it is measured: the policy takes no style from the page's text.
  const [size, setSize] = useState<{ width: number; height: number; scale: number }>();
  useEffect(() => {
    const { current } = room;
    if (!current) return;
    const watch = new ResizeObserver(([entry]) => {
      const { width = wide, height = 600 } = entry?.contentRect ?? {};
      const scale = Math.min(1, width / wide);
      setSize({ width: width / scale, height: height / scale, scale });
    });
    watch.observe(current);
    return () => watch.disconnect();
  }, [wide]);
  return (
    <div ref={room} className="min-h-0 min-w-0 grow overflow-hidden">
      <iframe
        ref={hold}
        title={title}
        {...rest}
        className="block origin-top-left border-0 bg-surface"
        {...(size
          ? { style: { width: size.width, height: size.height, transform: `scale(${size.scale})` } }
          : {})}
      />
    </div>
  );
}
