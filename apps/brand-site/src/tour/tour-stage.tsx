'use client';

import { remoteHands } from '@countersign/guide';
import { useMemo, useState } from 'react';
import { Controls } from './controls';
import type { Stage } from './director';
import { ScaledFrame } from './scaled-frame';
import { StepsList } from './steps-list';
import { stories } from './stories';
import type { Story } from './story';
import { useTour } from './use-tour';
import { useWire } from './wire/use-wire';
import { WireList } from './wire/wire-list';

/** A phone's width: the chat fills it. */
const PHONE = 400;
/** From here on the desk shows who the customer is beside what they say. */
const DESK = 1_120;

type Props = { readonly desk: string; readonly deskOrigin: string };

function useStage(deskOrigin: string) {
  const [shop, setShop] = useState<HTMLIFrameElement | null>(null);
  const [desk, setDesk] = useState<HTMLIFrameElement | null>(null);
  const stage = useMemo<Stage | undefined>(
    () =>
      shop && desk
        ? { shop: () => shop, desk: remoteHands(() => desk.contentWindow, deskOrigin) }
        : undefined,
    [shop, desk, deskOrigin],
  );
  return { stage, shop, setShop, setDesk };
}

function Heading({ title, side }: { title: string; side: string }) {
  return (
    <p className="flex h-8 shrink-0 items-center gap-2 border-b border-line bg-hover px-3 text-xs">
      <span className="font-semibold">{title}</span>
      <span className="truncate text-quiet">{side}</span>
    </p>
  );
}

/** One story, with the shop and the desk beside each other, and under them what is said and what goes over the wire. */
export function TourStage({ desk, deskOrigin }: Props) {
  const [story, setStory] = useState<Story>(() => stories[0] as Story);
  const { stage, shop, setShop, setDesk } = useStage(deskOrigin);
  const tour = useTour(stage, story.steps);
  const { exchanges, trace } = useWire(shop, tour.since);
  const choose = (chosen: Story) => {
    setStory(chosen);
    tour.reset();
  };
  return (
    <div className="tour-grid">
      <div className="tour-windows">
        <section aria-label="What Ada sees" className="tour-window tour-phone">
          <Heading title="Ada" side="a customer of Larkspur, on her phone" />
          <ScaledFrame title="The shop, as Ada sees it" wide={PHONE} src="/" hold={setShop} />
        </section>
        <section aria-label="What Noor sees" className="tour-window tour-desk">
          <Heading title="Noor" side="answers for Larkspur, at her desk" />
          <ScaledFrame title="The workspace, as Noor sees it" wide={DESK} src={desk} hold={setDesk} />
        </section>
      </div>
      <section aria-labelledby="tour-story" className="tour-words">
        <h2 id="tour-story" className="sr-only">
          {story.title}
        </h2>
        <div role="tablist" aria-label="Story" className="mb-3 flex flex-wrap gap-1">
          {stories.map((one) => (
            <button
              key={one.key}
              type="button"
              role="tab"
              aria-selected={one === story}
              data-testid={`story-${one.key}`}
              onClick={() => choose(one)}
              className={`h-8 rounded-control px-2.5 text-sm font-semibold ${one === story ? 'bg-accent-bg text-accent-ink' : 'text-quiet hover:bg-hover hover:text-ink'}`}
            >
              {one.title}
            </button>
          ))}
        </div>
        <div className="sticky top-0 z-10 bg-ground pb-2">
          <Controls tour={tour} story={story} />
        </div>
        <div className="mt-2">
          <StepsList story={story} tour={tour} />
        </div>
      </section>
      <section
        aria-labelledby="tour-wire"
        className="tour-wire"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls and holds no button is reached by keyboard no other way
        tabIndex={0}
      >
        <h2 id="tour-wire" className="mb-2 text-sm font-semibold">
          On the wire
        </h2>
        <WireList exchanges={exchanges} trace={trace} />
      </section>
    </div>
  );
}
