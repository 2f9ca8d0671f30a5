import { expect, it } from 'vitest';
import { placeOf } from './open-desk';

const chatFrom = (width: number) => width - 400;

it.each([1536, 1920, 2560])('on a screen of %d the agent’s window leaves the chat in sight', (width) => {
  const place = placeOf({ width, height: 900 });
  expect(place.left + place.width).toBeLessThan(chatFrom(width));
});

it('on a wide screen the drawer stays in sight too, and the desk has its three panes', () => {
  expect(placeOf({ width: 1920, height: 1080 })).toEqual({ left: 376, top: 0, width: 1120, height: 1080 });
});

it.each([1280, 1440])(
  'on a screen of %d some of the chat is in sight, and who the customer is all the same',
  (width) => {
    const place = placeOf({ width, height: 900 });
    expect(place).toMatchObject({ left: 0, width: 1120 });
    expect(place.width).toBeLessThan(width);
  },
);
