'use client';

import { brandLook, type EmbedView } from '@countersign/contracts';
import { useEffect, useRef } from 'react';
import { z } from 'zod';
import { useSettings } from '../settings/settings';
import { useWords } from '../settings/tongue';

const told = brandLook.extend({ name: z.string() });
type Told = z.output<typeof told>;
const KEY = 'preview';

const viewOf = ({ name, accent, look }: Told): EmbedView => ({
  brand: { slug: KEY, name, accent, look },
  connection: {
    key: KEY,
    flow: 'code',
    method: 'getChatProof',
    interactive: false,
    window: false,
    stepUp: false,
    refresh: false,
  },
  minimum: 'anonymous',
  onRejected: 'refuse',
  answering: true,
  demo: false,
  now: new Date().toISOString(),
});

/** What the chat would ask the service is answered here, or never: nothing of a preview reaches it. */
function answerHere(apiUrl: string, view: () => EmbedView | null) {
  const elsewhere = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!address.startsWith(`${apiUrl}/v1/`)) return elsewhere(input, init);
    const shown = address.startsWith(`${apiUrl}/v1/embed/`) ? view() : null;
    return shown ? Promise.resolve(Response.json(shown)) : new Promise<Response>(() => undefined);
  };
}

/** The real chat, alone on a page. Whoever frames it says how it is to look. */
export function PreviewFrame() {
  const { apiUrl } = useSettings();
  const { brand } = useWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let shown: EmbedView | null = null;
    answerHere(apiUrl, () => shown);
    const draw = () => {
      const chat = document.createElement('countersign-chat');
      chat.setAttribute('brand', KEY);
      chat.setAttribute('connection', KEY);
      chat.setAttribute('open', '');
      place.current?.replaceChildren(chat);
    };
    const hear = ({ origin, data }: MessageEvent<unknown>) => {
      const read = told.safeParse(data);
      if (origin !== location.origin || !read.success) return;
      shown = viewOf(read.data);
      draw();
    };
    addEventListener('message', hear);
    const script = document.createElement('script');
    script.src = `${apiUrl}/widget.js`;
    script.addEventListener('load', () => parent.postMessage('preview-ready', location.origin));
    document.head.append(script);
    return () => removeEventListener('message', hear);
  }, [apiUrl]);
  return (
    <main aria-label={brand.look.preview} className="flex-1 bg-canvas p-6">
      <h1 className="sr-only">{brand.look.preview}</h1>
      <div aria-hidden className="flex flex-col gap-3">
        <div className="h-5 w-40 rounded-control bg-active" />
        <div className="h-3 w-full rounded-control bg-hover" />
        <div className="h-3 w-4/5 rounded-control bg-hover" />
        <div className="h-28 w-full rounded-card bg-hover" />
      </div>
      <div ref={place} />
    </main>
  );
}
