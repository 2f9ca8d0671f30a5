import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { currentPlace } from '../../../../brands/request';
import { env } from '../../../../env';
import { deskOf } from '../../../../lobby/addresses';
import { TourStage } from '../../../../tour/tour-stage';
import '../../../../tour/tour.css';

export const metadata: Metadata = {
  title: 'Countersign: the guided demo',
  description: 'Two real windows, step by step, with what goes over the wire beside them.',
};

/** The agent's cookie comes along in a frame only if workspace and shop are one site. */
const isOneSite = (origin: string, workspace: string): boolean =>
  new URL(origin).hostname === new URL(workspace).hostname;

export default async function TourPage() {
  const { origin } = await currentPlace();
  const settings = env();
  if (!settings.COUNTERSIGN_DEMO) notFound();
  const { BRAND_SITE_URL, WORKSPACE_URL } = settings;
  return (
    <main aria-label="Guided demo" className="bg-ground">
      <header className="flex h-14 items-center gap-4 border-b border-line bg-surface px-4">
        <Link href="/lobby" className="text-base font-semibold text-accent-ink no-underline hover:underline">
          Countersign
        </Link>
        <h1 className="text-base">The guided demo</h1>
        <p className="hidden text-sm text-quiet sm:block">Two real windows. Nothing here is a film.</p>
      </header>
      {isOneSite(origin, WORKSPACE_URL) ? (
        <TourStage desk={deskOf(settings)} deskOrigin={new URL(WORKSPACE_URL).origin} />
      ) : (
        <p className="mx-auto max-w-xl p-8 text-base">
          The shop and the workspace have names of different sites here, and a browser lets no one sign in to
          the one within the other. The guided demo needs one site, as plain <code>npm start</code> has it at{' '}
          <a className="underline" href={`${BRAND_SITE_URL}/lobby/tour`}>
            {BRAND_SITE_URL}/lobby/tour
          </a>
          .
        </p>
      )}
    </main>
  );
}
