import { Route } from 'lucide-react';
import { notFound } from 'next/navigation';
import { currentPlace } from '../../../brands/request';
import { env } from '../../../env';
import { deskOf, shopWith } from '../../../lobby/addresses';
import { DeveloperLinks } from '../../../lobby/developer-links';
import { ExperimentList } from '../../../lobby/experiment-list';
import { OpenBoth } from '../../../lobby/open-both';
import { SignInList } from '../../../lobby/sign-in-list';
import { WindowFrame } from '../../../lobby/window-frame';
import { WorkspaceDrawing } from '../../../lobby/workspace-drawing';

export default async function Lobby() {
  // First of all a question that only a request can answer: nothing here is known when the site is built.
  const { origin } = await currentPlace();
  const settings = env();
  if (!settings.COUNTERSIGN_DEMO) notFound();
  return (
    <main className="mx-auto grid min-h-dvh max-w-312 grid-cols-[minmax(0,1fr)] content-center gap-x-10 gap-y-8 px-5 py-6 min-[1180px]:grid-cols-[minmax(0,1fr)_340px]">
      <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-6">
        <header>
          <p className="text-base font-semibold text-accent-ink">Countersign</p>
          <h1 className="mt-1 max-w-2xl text-2xl tracking-tight sm:text-3xl">
            Chat where the agent sees who is really there.
          </h1>
          <p className="mt-2 max-w-2xl text-lg text-quiet">
            A customer signs in at a shop and opens the chat. Beside the message the agent reads what is
            proven, by whom, and what merely came from the page.
          </p>
        </header>
        <div className="flex flex-wrap gap-4 sm:flex-nowrap">
          <WindowFrame
            title="The shop: Larkspur Mobile, a phone company"
            address={origin.replace(/^https?:\/\//, '')}
          >
            <iframe
              src="/?thumbnail"
              title="The shop as it looks now"
              inert
              tabIndex={-1}
              loading="lazy"
              className="pointer-events-none h-full w-full"
            />
          </WindowFrame>
          <WindowFrame
            title="The workspace: where Larkspur’s people answer"
            address={settings.WORKSPACE_URL.replace(/^https?:\/\//, '')}
          >
            <WorkspaceDrawing />
          </WindowFrame>
        </div>
        <div className="flex flex-wrap items-start gap-3">
          <OpenBoth shop={shopWith()} desk={deskOf(settings)} label="Open both as Ada" />
          {/* By a page load: the demo frames the workspace, which this page's policy forbids for as long as it stays. */}
          <a
            href="/lobby/tour"
            className="inline-flex h-11 items-center gap-2 rounded-control border border-control px-5 text-lg font-semibold text-ink no-underline transition-colors hover:bg-hover"
          >
            <Route className="size-4.5" aria-hidden="true" />
            Take the guided demo
          </a>
        </div>
        <SignInList />
      </div>
      <div className="grid content-start gap-7">
        <ExperimentList shopWith={shopWith} />
        <DeveloperLinks {...settings} />
      </div>
    </main>
  );
}
