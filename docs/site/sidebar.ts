/** One entry of the sidebar: a page, by its slug. */
type Group = { readonly label: string; readonly pages: readonly string[]; readonly closed?: true };

const groups: readonly Group[] = [
  {
    label: 'Start',
    pages: ['', 'start/quick-start', 'start/what-it-is', 'start/tour', 'guide/guided-demo', 'faq'],
  },
  {
    label: 'Concepts',
    pages: [
      'concepts/who-vouches',
      'concepts/flows',
      'concepts/windows',
      'concepts/facts',
      'concepts/assurance',
      'session-life',
    ],
  },
  {
    label: 'Set up a brand',
    pages: [
      'guide/set-up',
      'guide/from-nothing',
      'guide/add-a-brand',
      'guide/google',
      'guide/code-flow',
      'guide/implicit-flow',
      'guide/claim-mapping',
      'guide/keys',
      'guide/signing-out',
      'guide/why-was-my-token-refused',
    ],
  },
  {
    label: 'Windows and apps',
    pages: [
      'guide/embedded-window',
      'guide/theming',
      'guide/popup-window',
      'guide/content-security-policy',
      'guide/chat-in-an-app',
      'guide/mobile',
      'guide/mobile-backend',
      'windows',
    ],
  },
  {
    label: 'Answering',
    pages: ['guide/workspace', 'guide/cards', 'guide/files', 'guide/crm', 'guide/webhooks'],
  },
  { label: 'Moving here', pages: ['guide/from-liveperson', 'guide/from-intercom', 'guide/from-zendesk'] },
  { label: 'Security', pages: ['security', 'guide/verifying', 'guide/limits', 'reporting'] },
  {
    label: 'API reference',
    pages: [
      'api',
      'api/page',
      'api/brand',
      'api/agent',
      'api/lead',
      'api/developer',
      'api/builder',
      'api/admin',
      'api/person',
      'api/operator',
      'api/anyone',
      'api/socket-consumer',
      'api/socket-agent',
      'errors',
    ],
  },
  {
    label: 'Operations',
    pages: [
      'guide/running',
      'guide/production',
      'operations',
      'operations/data',
      'operations/observability',
      'scale',
      'chaos',
      'benchmarks',
    ],
  },
  {
    label: 'Testing',
    closed: true,
    pages: ['guide/end-to-end-in-ci', 'packages/playwright', 'stand-in', 'google', 'faults'],
  },
  { label: 'Packages', closed: true, pages: [] },
  { label: 'Decisions', closed: true, pages: [] },
  { label: 'Contributing', closed: true, pages: ['contributing'] },
];

/** Where a page goes that no list names: by its folder. Somebody who writes a guide need not come here. */
const byFolder: readonly (readonly [folder: string, label: string])[] = [
  ['stand-in/', 'Testing'],
  ['decisions/', 'Decisions'],
  ['packages/', 'Packages'],
  ['operations/', 'Operations'],
  ['concepts/', 'Concepts'],
  ['start/', 'Start'],
  ['api/', 'API reference'],
  ['guide/', 'Answering'],
  ['', 'Contributing'],
];

export type SidebarGroup = {
  readonly label: string;
  readonly collapsed: boolean;
  readonly items: readonly { readonly label: string; readonly link: string }[];
};

/** The groups with the pages there are: each of them stands in exactly one. */
export function sidebarOf(
  pages: readonly { readonly slug: string; readonly title: string }[],
): SidebarGroup[] {
  const named = new Set(groups.flatMap((group) => group.pages));
  const homeOf = (slug: string) => byFolder.find(([folder]) => slug.startsWith(folder))?.[1];
  return groups.flatMap(({ label, pages: listed, closed = false }) => {
    const rest = pages.filter(({ slug }) => !named.has(slug) && homeOf(slug) === label);
    const mine = [...listed.flatMap((slug) => pages.filter((page) => page.slug === slug)), ...rest];
    const items = mine.map(({ slug, title }) => ({ label: title, link: slug === '' ? '/' : `/${slug}/` }));
    return items.length > 0 ? [{ label, collapsed: closed, items }] : [];
  });
}
