import { embedView } from '@countersign/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from './house/house.js';
import { implicit, type Larkspur, makeLarkspur } from './house/larkspur.js';

let house: House;
let larkspur: Larkspur;

beforeAll(async () => {
  house = await openHouse();
  larkspur = await makeLarkspur(house, [implicit('site')]);
});
afterAll(() => house.close());

const seen = async () =>
  (await (await larkspur.page()).call('GET', '/v1/embed/larkspur?connection=site')).as(embedView).brand.look;
const put = (look: object) => house.operator.call('PUT', 'larkspur', { ...larkspur.brand, look });

test('a brand says how its chat looks, a page learns it, and what is not said is as usual', async () => {
  await put({ accentDark: '#a48bff', side: 'left', launcherLabel: 'Ask us', greeting: { title: 'Welcome' } });
  expect(await seen()).toEqual({
    accentDark: '#a48bff',
    radius: 16,
    side: 'left',
    offset: { side: 20, bottom: 20 },
    launcherLabel: 'Ask us',
    greeting: { title: 'Welcome' },
    scheme: 'auto',
  });
  // Who says nothing of it leaves it as it is.
  await house.operator.put('larkspur', larkspur.brand);
  expect(await seen()).toMatchObject({ launcherLabel: 'Ask us' });
});

const refused: [string, object][] = [
  ['a colour that is a style', { accentDark: 'red;}*{display:none' }],
  ['a picture', { logo: 'https://elsewhere.example/seal.svg' }],
  ['a label that turns its direction', { launcherLabel: 'Ask \u202eus' }],
  ['a greeting over many lines', { greeting: { text: 'One\n\n\nTwo' } }],
  ['a place off the screen', { offset: { side: 5_000 } }],
];

test('a look that is more than words and measures is refused, and the one before stays', async () => {
  const before = await seen();
  for (const [what, look] of refused) {
    const { code, status } = (await put(look)).problem();
    expect({ what, code, status }).toEqual({ what, code: 'request_malformed', status: 400 });
  }
  expect(await seen()).toEqual(before);
});
