import type { Page } from '@playwright/test';
import { findingsOf } from '../fixtures/axe.js';
import { onlyInFull } from '../fixtures/in-full.js';
import { expect, test } from '../fixtures/test.js';
import { under, type World } from '../fixtures/world.js';

type Metadata = { readonly authorization_endpoint: string; readonly end_session_endpoint: string };

/** What is read where there is nothing, or not for whoever asks. */
const strangersPages = ({ api, brandSite, idp, workspace }: World, issuer: Metadata) => [
  `${workspace}/nowhere`,
  `${workspace}/sign-in?problem=agent_domain_mismatch`,
  `${under(brandSite, 'larkspur.localhost')}/login?problem=refused`,
  `${under(brandSite, 'larkspur.localhost')}/chat/callback`,
  `${under(brandSite, 'juniper.localhost')}/login`,
  `${under(brandSite, 'juniper.localhost')}/nowhere`,
  `${idp}/journal`,
  `${idp}/google/device`,
  `${issuer.authorization_endpoint}?client_id=nobody&response_type=code&scope=openid`,
  issuer.end_session_endpoint,
  `${api}/window/nobody?connection=web`,
  `${api}/window/callback/nobody`,
];

const agentsPages = ({ workspace }: World) =>
  ['nowhere', 'conversations/nobody', 'customers/nobody', 'connections/none', 'webhooks/none', 'setup'].map(
    (path) => `${workspace}/${path}`,
  );

/** All there is to find in the light, and the contrast of its colours in the dark. */
async function visitAll(page: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect.soft(await findingsOf(page), `${address}, ${colorScheme}`).toEqual([]);
    }
  }
}

test(
  'axe finds nothing on what a stranger reads where there is nothing for them',
  onlyInFull(true),
  async ({ page, world }) => {
    test.slow();
    const issuer = await fetch(`${world.idp}/larkspur/.well-known/openid-configuration`);
    await visitAll(page, strangersPages(world, (await issuer.json()) as Metadata));
  },
);

test(
  'axe finds nothing on what an agent reads where there is nothing, or not for them',
  onlyInFull(true),
  async ({ agent, world }) => {
    test.slow();
    await visitAll(agent.page, agentsPages(world));
  },
);
