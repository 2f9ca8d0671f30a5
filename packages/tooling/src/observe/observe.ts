import { execFileSync, spawnSync } from 'node:child_process';
import { freePort } from '@countersign/ports';
import { ChaosHouse } from '../chaos/house/house.js';
import { until } from '../chaos/house/until.js';
import { stumbleIn, talkIn } from './load.js';
import { findPrometheus, NO_PROMETHEUS } from './programs.js';
import { Prometheus } from './prometheus.js';
import { alertQuestions, dashboardQuestions, FOLDER, figuresIn, filled } from './questions.js';

const PATIENCE_MS = 60_000;
const OVER = '30s';
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Asks all that the dashboard asks until each question has an answer, or for long enough. Answers how many have none. */
async function dashboard(prometheus: Prometheus, house: ChaosHouse): Promise<number> {
  const questions = dashboardQuestions();
  let answers: number[][] = [];
  await until(async () => {
    await stumbleIn(house);
    answers = await Promise.all(questions.map(({ expr }) => prometheus.ask(filled(expr, OVER))));
    return answers.every(({ length }) => length > 0);
  }, PATIENCE_MS);
  say(`\nThe dashboard's ${questions.length} questions, and how many series answer each:`);
  for (const [at, { title, expr }] of questions.entries()) {
    const count = answers[at]?.length ?? 0;
    say(`${count > 0 ? '✓' : '✗'} ${String(count).padStart(3)}  ${title}: ${expr}`);
  }
  return answers.filter(({ length }) => length === 0).length;
}

/** Answers how many alerts cannot be evaluated, or are about what nobody measures. */
async function alerts(prometheus: Prometheus): Promise<number> {
  const [rules, names] = [await prometheus.rules(), await prometheus.names()];
  const questions = alertQuestions();
  say(`\nThe ${questions.length} alerts:`);
  const bad = questions.filter(({ title, expr }) => {
    const rule = rules.find(({ name }) => name === title);
    const unknown = figuresIn(expr).filter((name) => !names.has(name));
    const isGood = rule?.health === 'ok' && unknown.length === 0;
    const about = unknown.length > 0 ? `, and nobody measures ${unknown.join(', ')}` : '';
    say(`${isGood ? '✓' : '✗'} ${title}: ${rule?.health ?? 'not there'}, ${rule?.state ?? ''}${about}`);
    return !isGood;
  });
  return bad.length;
}

/** Whether every figure is named and described as Prometheus would have it. Answers how many processes say otherwise. */
async function names(promtool: string, targets: readonly string[]): Promise<number> {
  let bad = 0;
  for (const target of targets) {
    const input = await (await fetch(`http://${target}/metrics`)).text();
    const { status, stdout, stderr } = spawnSync(promtool, ['check', 'metrics'], { input, encoding: 'utf8' });
    if (status !== 0) bad += 1;
    say(status === 0 ? `✓ the names of ${target}` : `✗ ${target}: ${stdout}${stderr}`.trim());
  }
  return bad;
}

/**
 * Runs a house under a little load, lets Prometheus read it by the project's own files, and asks every question of the dashboard
 * and of the alerts.
 */
export async function observe(): Promise<number> {
  const programs = findPrometheus();
  if (!programs) {
    say(`skipped: ${NO_PROMETHEUS}`);
    return 0;
  }
  for (const args of [
    ['check', 'config', 'prometheus.yml'],
    ['check', 'rules', 'alerts.yml'],
    ['test', 'rules', 'alerts.test.yml'],
  ])
    say(execFileSync(programs.promtool, args, { cwd: FOLDER, encoding: 'utf8' }).trim());
  const ports = [await freePort(), await freePort()];
  const house = await ChaosHouse.start(2, (index) => ({ METRICS_PORT: String(ports[index]) }));
  const targets = house.members.map((_, index) => `127.0.0.1:${ports[index]}`);
  const prometheus = await Prometheus.start(programs.prometheus, targets).catch(async (error: unknown) => {
    await house.close();
    throw error;
  });
  try {
    const talks = await talkIn(house);
    const missing = await dashboard(prometheus, house);
    const bad = await alerts(prometheus);
    say('\nBy promtool check metrics:');
    const misnamed = await names(programs.promtool, targets);
    talks.leave();
    say(
      `\n${missing} questions without an answer, ${bad} alerts that cannot be asked, ${misnamed} processes with bad names.`,
    );
    return missing + bad + misnamed > 0 ? 1 : 0;
  } finally {
    await prometheus.stop();
    await house.close();
  }
}
