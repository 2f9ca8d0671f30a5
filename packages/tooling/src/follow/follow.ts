import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { inRoot } from '../paths.js';
import { replicas } from '../tests/replicas.js';
import { pictureOf } from './picture.js';
import type { Story } from './story.js';

const PICTURE = inRoot('docs/pictures/a-message.svg');
const say = (line: string) => process.stdout.write(`${line}\n`);

const place = (ms: number): string => `${ms.toFixed(1).padStart(9)} ms`;

function tell({ before, steps }: Story): void {
  for (const [title, part] of [
    ['From the proof', before],
    ['From the click', steps],
  ] as const) {
    say(`\n${title}`);
    for (const { name, where, from, to } of part)
      say(`${place(from)} ${place(to)}  ${where.padEnd(20)} ${name}`);
  }
}

/** Follows one message through two browsers and two processes, by the spans they export, and draws it. */
export async function follow(): Promise<number> {
  let story: Story | undefined;
  const { passed, failed } = await replicas(['a-message'], (told) => {
    story = told;
  });
  if (failed > 0 || !story) return failed > 0 || passed === 0 ? 1 : 0;
  tell(story);
  const [cpu] = cpus();
  const day = new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  const machine = `${cpus().length} × ${cpu?.model ?? 'a processor'}`;
  const notes = [
    `Two processes of the API, Redis, PostgreSQL, nginx with TLS and two Chromiums, all on ${machine}; ${day}.`,
    'Drawn by npm run follow from the spans that the processes exported, and what the two pages saw.',
  ];
  writeFileSync(PICTURE, pictureOf(story, notes));
  say(`\nUnbroken from the click to the screen. Drawn: ${PICTURE}`);
  return 0;
}
