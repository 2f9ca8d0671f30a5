'use client';

import type { BrandLook } from '@countersign/contracts';
import { useEffect, useRef, useState } from 'react';
import { useMe } from '../desk/desk-context';
import { useWords } from '../settings/tongue';

/** The chat itself, in a frame of its own that reaches no service: it is told how to look, and nothing else. */
export function LookPreview({ look }: { look: BrandLook }) {
  const words = useWords();
  const { brand } = useMe();
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const hear = ({ source, origin, data }: MessageEvent<unknown>) => {
      if (origin === location.origin && source === frame.current?.contentWindow && data === 'preview-ready')
        setReady(true);
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);
  useEffect(() => {
    if (ready) frame.current?.contentWindow?.postMessage({ name: brand.name, ...look }, location.origin);
  }, [ready, look, brand.name]);
  return (
    <iframe
      ref={frame}
      src="/preview"
      title={words.brand.look.preview}
      data-testid="look-preview"
      className="h-[680px] w-full rounded-card border border-line bg-canvas"
    />
  );
}
