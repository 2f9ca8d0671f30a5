import type { SignUpMe, SlugView } from '@countersign/contracts';
import type { Speech } from '../speech';

type Refusal = NonNullable<SignUpMe['mayNotCreate']>;
type Slug = Exclude<SlugView['state'], 'free'>;

/** From nobody to the admin of a brand. */
export const create = ({ number }: Speech<'one' | 'other'>) => ({
  title: 'Create a brand',
  closed: 'Brands are not made here',
  closedText:
    'Whoever runs this service makes brands themselves. Ask them for yours, or run the service on your own machine.',
  invitedText:
    'A few minutes from here to a chat in which you know who writes. You need an invitation by whoever runs this service.',
  openText: 'A few minutes from here to a chat in which you know who writes. First say who you are.',
  continueWith: (provider: string) => `Continue with ${provider}`,
  invited: 'Invited to answer for a brand? ',
  signIn: 'Sign in to answer',
  refusals: {
    sign_up_closed: () => 'Brands are not made here at the moment.',
    sign_up_not_invited: () =>
      'This account is not invited to make a brand. Ask whoever runs this service, or sign in with the address they know.',
    brand_limit_reached: (limit) => `You have made ${number(limit)} brands, as many as one person may.`,
  } satisfies Record<Refusal, (limit: number) => string>,
  yours: 'Your brands',
  yoursText: 'Go on with one of them, or create another.',
  first: 'Name your brand',
  firstText: 'You become its admin. The name can be changed later, the short name cannot.',
  signedInAs: 'Signed in as {who}.',
  otherAccount: 'Use another account',
  another: 'Another brand',
  name: 'Name',
  nameHint: 'Acme',
  nameNote: 'As your customers know you.',
  shortName: 'Short name',
  shortNameNote: 'Stands in your snippet and in addresses: small letters, digits and dashes.',
  slugs: {
    taken: 'is taken by another brand',
    reserved: 'is a name the service keeps',
    malformed: 'has to be 2 to 41 small letters, digits and dashes, beginning with a letter',
  } satisfies Record<Slug, string>,
  free: 'It is free.',
  creating: 'Creating',
  act: 'Create the brand',
});
