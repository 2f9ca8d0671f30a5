import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { inRoot } from '../paths.js';

export const FOLDER = inRoot('deploy/observability');

const target = z.object({ expr: z.string() });
const dashboard = z.object({
  panels: z.array(z.object({ title: z.string(), targets: z.array(target).default([]) })),
});
const rules = z.object({
  groups: z.array(z.object({ rules: z.array(z.object({ alert: z.string(), expr: z.string() })) })),
});

/** What somebody wants to know, and how Prometheus is asked for it. */
export type Question = { readonly title: string; readonly expr: string };

/** What the dashboard asks, as Grafana leaves it to be filled in. */
export const dashboardQuestions = (): Question[] =>
  dashboard
    .parse(JSON.parse(readFileSync(`${FOLDER}/dashboard.json`, 'utf8')))
    .panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ title, expr })));

export const alertQuestions = (): Question[] =>
  rules
    .parse(parse(readFileSync(`${FOLDER}/alerts.yml`, 'utf8')))
    .groups.flatMap((group) => group.rules.map(({ alert, expr }) => ({ title: alert, expr })));

/** With what Grafana puts in: all processes, over the last while. */
export const filled = (expr: string, over: string): string =>
  expr.replaceAll('$__rate_interval', over).replaceAll('$instance', '.*');

/** The names of figures in a question. */
export const figuresIn = (expr: string): string[] => [
  ...new Set([...expr.matchAll(/\b(?:countersign|process|nodejs)_[a-z0-9_]+|\bup\b/g)].map(([name]) => name)),
];
