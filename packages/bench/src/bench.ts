import { writeFileSync } from 'node:fs';
import { explain } from './chat/explain.js';
import { history } from './chat/history.js';
import { messages } from './chat/messages.js';
import { processes } from './chat/processes.js';
import { sockets } from './chat/sockets.js';
import { telemetry } from './chat/telemetry.js';
import { machine } from './machine.js';
import { memory } from './memory/memory.js';
import { type Amounts, amountsFor, type Options, type Part } from './options.js';
import { mergedInto, publish, readFigures } from './publish/publish.js';
import { chatWords } from './report/chat-words.js';
import type { Figures } from './report/figures.js';
import { goalsOf } from './report/goals.js';
import { drawAll } from './report/plots.js';
import { words } from './report/words.js';
import { sessions } from './sessions/sessions.js';
import { growth } from './stand-in/growth.js';
import { logins } from './stand-in/logins.js';
import { starts } from './stand-in/starts.js';
import { sealed } from './verify/sealed.js';
import { signed } from './verify/signed.js';

/** Where figures that are quoted lie. */
const DOCUMENTS = 'docs/benchmarks';

const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** The stand-in beside its rivals. */
async function measureStandIn(wanted: (part: Part) => boolean, amounts: Amounts): Promise<Partial<Figures>> {
  let figures: Partial<Figures> = {};
  if (wanted('starts')) {
    const begun = await starts(amounts.starts);
    print(words.starts(begun));
    figures = { ...figures, starts: begun };
  }
  if (wanted('logins')) {
    const made = await logins(amounts.logins);
    print(words.logins(made));
    figures = { ...figures, logins: made };
  }
  if (wanted('growth')) {
    const grown = await growth(amounts.growth);
    print(words.growth(grown));
    figures = { ...figures, growth: grown };
  }
  return figures;
}

/** The chat beside its rivals. */
async function measureChat(wanted: (part: Part) => boolean, amounts: Amounts): Promise<Partial<Figures>> {
  const parts = {
    messages: () => messages(amounts.messages, (row) => print(chatWords.row(row))),
    sockets: () => sockets(amounts.sockets),
    history: () => history(amounts.history),
    processes: () => processes(amounts.processes),
    telemetry: () => telemetry(amounts.telemetry),
    plans: () => explain(amounts.plans),
  };
  let figures: Partial<Figures> = {};
  for (const part of Object.keys(parts) as (keyof typeof parts)[]) {
    if (!wanted(part)) continue;
    figures = { ...figures, [part]: await parts[part]() };
    print(chatWords.part(part, figures));
  }
  return figures;
}

/** Runs the parts that are wanted and says each as it is measured. */
async function measure(options: Options): Promise<Figures> {
  const amounts = amountsFor(options);
  const here = machine();
  print(words.head(here, options, amounts));
  const wanted = (part: Part) => options.parts.includes(part);
  let figures: Figures = { machine: here, quick: options.quick };
  if (wanted('signed'))
    figures = { ...figures, signed: await signed(amounts.pace, (one) => print(words.signed(one))) };
  if (wanted('sealed'))
    figures = { ...figures, sealed: await sealed(amounts.pace, (one) => print(words.sealed(one))) };
  if (wanted('sessions')) {
    figures = { ...figures, sessions: await sessions(amounts.sessions) };
    if (figures.sessions) print(words.sessions(figures.sessions));
  }
  if (wanted('memory')) {
    figures = { ...figures, memory: await memory(amounts.memory) };
    if (figures.memory) print(words.memory(figures.memory));
  }
  return {
    ...figures,
    ...(await measureStandIn(wanted, amounts)),
    ...(await measureChat(wanted, amounts)),
  };
}

/** A quick run is drawn, to be looked at; what documents quote is never of one. */
function show(figures: Figures, folder: string): readonly string[] {
  return figures.quick ? drawAll(figures, folder) : publish(mergedInto(readFigures(folder), figures), folder);
}

/** Documents and plots anew, of what was measured before. */
function again(folder: string): number {
  const figures = readFigures(folder);
  if (!figures) throw new Error(`There are no figures in ${folder}. npm run bench -- chat --plots ${folder}`);
  for (const name of publish(figures, folder)) print(`  written: ${name}`);
  return 0;
}

/** Answers 1 where a goal was missed. A quick run judges nothing: it is too short to know. */
export async function bench(options: Options): Promise<number> {
  const { plots, json, quick } = options;
  if (options.parts.length === 0) return again(plots ?? DOCUMENTS);
  const figures = await measure(options);
  const goals = quick ? [] : goalsOf(figures);
  if (goals.length > 0) print(words.goals(goals));
  if (plots !== undefined) for (const name of show(figures, plots)) print(`  written: ${name}`);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ ...figures, goals }, undefined, 2)}\n`);
  return goals.every(({ met }) => met) ? 0 : 1;
}
