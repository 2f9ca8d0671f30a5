/** The look of the pages, on the house's tokens. */
export const style = `
body { min-height: 100vh; display: flex; flex-direction: column; align-items: center; padding: var(--cs-space-8) var(--cs-space-4); font-size: var(--cs-text-md); line-height: var(--cs-leading-md); }
.card { width: 100%; max-width: 460px; background: var(--cs-surface); border: 1px solid var(--cs-line); border-radius: var(--cs-radius-card); padding: var(--cs-space-8); }
.issuer { font-size: var(--cs-text-sm); font-weight: var(--cs-weight-medium); color: var(--cs-ink-quiet); margin-bottom: var(--cs-space-2); }
h1 { font-size: var(--cs-text-xl); line-height: var(--cs-leading-xl); overflow-wrap: anywhere; }
h2 { font-size: var(--cs-text-md); margin-top: var(--cs-space-5); }
.lead { color: var(--cs-ink-quiet); margin: var(--cs-space-1) 0 var(--cs-space-5); overflow-wrap: anywhere; }
.lead strong { color: var(--cs-ink); font-weight: var(--cs-weight-semibold); }
.card.wide { max-width: 760px; }
.accounts { max-height: max(320px, calc(100vh - 420px)); overflow-y: auto; scrollbar-width: thin;
  background:
    linear-gradient(var(--cs-surface) 40%, transparent) top / 100% 40px no-repeat local,
    linear-gradient(transparent, var(--cs-surface) 60%) bottom / 100% 40px no-repeat local,
    linear-gradient(var(--cs-active), transparent) top / 100% 16px no-repeat scroll,
    linear-gradient(transparent, var(--cs-active)) bottom / 100% 16px no-repeat scroll; }
.accounts, .issuers { list-style: none; padding: 0; margin: 0 calc(-1 * var(--cs-space-3)); }
.issuers { margin: 0; }
.accounts li + li { border-top: 1px solid var(--cs-line); }
.account { display: flex; gap: var(--cs-space-3); align-items: flex-start; width: 100%; padding: var(--cs-space-3); border: 0; border-radius: var(--cs-radius-control); background: none; text-align: start; cursor: pointer; }
.account:focus-visible { outline-offset: -2px; }
.account:hover { background: var(--cs-hover); }
.account:active { background: var(--cs-active); }
.initials { flex: none; width: 36px; height: 36px; border-radius: 50%; display: grid; place-items: center; background: var(--cs-accent-bg); color: var(--cs-accent-ink); font-size: var(--cs-text-sm); font-weight: var(--cs-weight-semibold); }
.who { display: grid; min-width: 0; overflow-wrap: anywhere; }
.name { font-weight: var(--cs-weight-medium); }
.detail, .peculiarity { color: var(--cs-ink-quiet); font-size: var(--cs-text-sm); line-height: var(--cs-leading-sm); overflow-wrap: anywhere; }
.peculiarity { margin-top: var(--cs-space-1); padding-inline-start: var(--cs-space-2); border-inline-start: 2px solid var(--cs-line); }
.another { margin-top: var(--cs-space-4); border-top: 1px solid var(--cs-line); padding-top: var(--cs-space-3); }
.another summary { cursor: pointer; color: var(--cs-accent-ink); font-weight: var(--cs-weight-medium); padding: var(--cs-space-2) 0; border-radius: var(--cs-radius-control); }
.another form { display: grid; gap: var(--cs-space-2); padding: var(--cs-space-2) 0 var(--cs-space-3); }
label { font-weight: var(--cs-weight-medium); }
input { padding: var(--cs-space-2) var(--cs-space-3); border: 1px solid var(--cs-control); border-radius: var(--cs-radius-control); background: var(--cs-surface); }
input[aria-invalid] { border-color: var(--cs-revoked-border); }
.problem { color: var(--cs-revoked-ink); font-size: var(--cs-text-sm); }
.primary, .quiet { padding: var(--cs-space-2) var(--cs-space-4); border-radius: var(--cs-radius-control); border: 1px solid transparent; font-weight: var(--cs-weight-medium); cursor: pointer; }
.primary { background: var(--cs-accent); color: var(--cs-on-accent); justify-self: start; }
.primary:hover { background: var(--cs-accent-hover); }
.quiet { background: none; border-color: var(--cs-control); }
.quiet:hover { background: var(--cs-hover); }
.card > form > .quiet { margin-top: var(--cs-space-3); }
.choices { display: flex; gap: var(--cs-space-3); }
.shared { padding-inline-start: var(--cs-space-5); margin: var(--cs-space-2) 0 var(--cs-space-5); }
.chosen { list-style: none; padding: 0; }
.chosen li { padding: var(--cs-space-3) 0; }
.chosen li + li { border-top: 1px solid var(--cs-line); }
.choice { display: flex; gap: var(--cs-space-3); align-items: flex-start; font-weight: var(--cs-weight-regular, 400); cursor: pointer; }
.choice input { flex: none; width: 18px; height: 18px; margin: 3px 0 0; padding: 0; accent-color: var(--cs-accent); }
.choice:has(:disabled) { cursor: default; color: var(--cs-ink-quiet); }
.choice span { min-width: 0; overflow-wrap: anywhere; }
.members { display: grid; grid-template-columns: auto 1fr; gap: var(--cs-space-1) var(--cs-space-3); margin-bottom: var(--cs-space-4); }
.members dt { color: var(--cs-ink-quiet); }
.members dd { overflow-wrap: anywhere; }
pre { overflow-x: auto; margin: var(--cs-space-3) 0 0; padding: var(--cs-space-3); background: var(--cs-hover); border-radius: var(--cs-radius-control); font-size: var(--cs-text-sm); line-height: var(--cs-leading-sm); }
.note { max-width: 460px; margin-top: var(--cs-space-4); color: var(--cs-ink-quiet); font-size: var(--cs-text-sm); text-align: center; text-wrap: balance; }
.card.full { max-width: 1080px; }
h3 { font-size: var(--cs-text-sm); line-height: var(--cs-leading-sm); color: var(--cs-ink-quiet); font-weight: var(--cs-weight-medium); margin: var(--cs-space-4) 0 var(--cs-space-1); }
code { overflow-wrap: anywhere; }
pre code { overflow-wrap: normal; }
.links { padding-inline-start: var(--cs-space-5); margin: var(--cs-space-4) 0 0; }
pre + p { margin-top: var(--cs-space-4); }
.tag { display: inline-block; margin-inline-start: var(--cs-space-1); padding: 0 var(--cs-space-2); border: 1px solid var(--cs-line); border-radius: 999px; font-size: var(--cs-text-sm); line-height: var(--cs-leading-sm); font-weight: var(--cs-weight-medium); color: var(--cs-ink-quiet); }
.issuers > li { border: 1px solid var(--cs-line); border-radius: var(--cs-radius-control); padding: var(--cs-space-4); }
.issuers > li + li { margin-top: var(--cs-space-3); }
.issuers h2 { margin-top: 0; }
.settings { margin: var(--cs-space-3) 0 0; font-size: var(--cs-text-sm); line-height: var(--cs-leading-sm); }
.settings dd { margin: 0; }
.card.wide > h2 { margin-top: var(--cs-space-6); }
.namespaces { list-style: none; padding: 0; margin: var(--cs-space-3) 0 0; display: flex; flex-wrap: wrap; gap: var(--cs-space-2) var(--cs-space-3); }
.filter { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)) auto; gap: var(--cs-space-3); align-items: end; margin-bottom: var(--cs-space-4); }
.filter label { display: grid; gap: var(--cs-space-1); font-size: var(--cs-text-sm); color: var(--cs-ink-quiet); }
.filter input, .filter select { width: 100%; min-width: 0; padding: var(--cs-space-2); border: 1px solid var(--cs-control); border-radius: var(--cs-radius-control); background: var(--cs-surface); color: var(--cs-ink); font: inherit; font-size: var(--cs-text-sm); height: 38px; }
.filter .primary { height: 38px; justify-self: stretch; }
.journal { list-style: none; padding: 0; margin: 0; border-top: 1px solid var(--cs-line); }
.journal > li { border-bottom: 1px solid var(--cs-line); }
.journal summary { display: grid; grid-template-columns: 4.75em minmax(0, 5fr) 3em minmax(0, 4fr); gap: var(--cs-space-3); align-items: baseline; padding: var(--cs-space-2); cursor: pointer; border-radius: var(--cs-radius-control); font-size: var(--cs-text-sm); line-height: var(--cs-leading-sm); list-style: none; }
.journal summary::-webkit-details-marker { display: none; }
.journal summary:hover { background: var(--cs-hover); }
.journal summary:focus-visible { outline-offset: -2px; }
.when, .status { font-variant-numeric: tabular-nums; color: var(--cs-ink-quiet); }
.what, .whom { overflow-wrap: anywhere; min-width: 0; }
.whom { color: var(--cs-ink-quiet); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.whom strong { color: var(--cs-ink); font-weight: var(--cs-weight-medium); }
.status.refused { color: var(--cs-revoked-ink); font-weight: var(--cs-weight-medium); }
.fault { color: var(--cs-revoked-ink); font-weight: var(--cs-weight-medium); }
.opened { padding: 0 var(--cs-space-2) var(--cs-space-4); font-size: var(--cs-text-sm); line-height: var(--cs-leading-sm); }
.opened .members { grid-template-columns: minmax(7em, max-content) minmax(0, 1fr); margin: 0; }
.opened dd { margin: 0; }
.opened pre { margin: 0; max-height: 420px; overflow: auto; white-space: pre-wrap; }
.opened pre code { overflow-wrap: anywhere; }
.empty { color: var(--cs-ink-quiet); padding: var(--cs-space-6) 0; text-align: center; }
@media (max-width: 720px) {
  .filter { grid-template-columns: 1fr 1fr; }
  .filter .primary { grid-column: 1 / -1; }
  .journal summary { grid-template-columns: 4.75em minmax(0, 1fr) 3em; gap: 0 var(--cs-space-2); }
  .journal .whom { grid-column: 2 / -1; }
  .settings, .opened .members { grid-template-columns: 1fr; gap: 0; }
  .settings dd, .opened .members dd { margin-bottom: var(--cs-space-2); }
}
@media (max-width: 480px) { body { padding: 0; } .card { border: 0; border-radius: 0; padding: var(--cs-space-6) var(--cs-space-5); } .note { padding: 0 var(--cs-space-5) var(--cs-space-6); } }
`;
