import { type Fact, money } from '@countersign/claims';
import type { AgentView, IdentityPanel } from '@countersign/contracts';
import type { Formats } from '../words/formats';

export type Known = {
  readonly panel: IdentityPanel | null;
  readonly me: AgentView;
  readonly formats: Pick<Formats, 'money' | 'calendar' | 'number'>;
  readonly now: number;
};

const isCalendar = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
const holds = ({ provenance: { until } }: Fact, now: number): boolean =>
  until === undefined || Date.parse(until) > now;

function written(value: unknown, { formats }: Known): string | undefined {
  const amount = money.safeParse(value);
  if (amount.success) return formats.money(amount.data);
  if (typeof value === 'number') return formats.number(value);
  if (typeof value === 'string' && value !== '') return isCalendar(value) ? formats.calendar(value) : value;
  return undefined;
}

function member(value: unknown, step: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, step) ? (value as Record<string, unknown>)[step] : undefined;
}

/**
 * What stands in the place of `{{name}}` or `{{package.name}}`: what a source that is authoritative for it says, of
 * somebody who is proven now. Undefined otherwise, also where the page says it: that is no proof of anything.
 */
export function factFor(path: string, known: Known): string | undefined {
  const { panel, me } = known;
  const [first = '', ...steps] = path.split('.');
  if (path === 'agent.name') return me.agent.name;
  if (path === 'brand.name') return me.brand.name;
  if (panel?.who.assurance !== 'verified' && panel?.who.assurance !== 'due') return undefined;
  if (path === 'name' && panel.who.nameSealed) return panel.who.name ?? undefined;
  const fact = panel.sealed.find(({ name }) => name === first);
  if (!fact || !holds(fact, known.now)) return undefined;
  return written(steps.reduce<unknown>(member, fact.value), known);
}
