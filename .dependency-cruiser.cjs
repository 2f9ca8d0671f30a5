// Who may import whom. Each rule has a name one can discuss, and the reason.
const inside = '^apps/(api|mock-idp)/src/([^/]+)/';
const test = '(\\.spec\\.tsx?$|/test/)';

// An arrow reads "imports". What stands in no row is refused.
const arrows = {
  'packages/claims': [],
  'packages/contracts': ['claims'],
  'packages/protocol': ['claims'],
  'packages/ports': [],
  'packages/desk': ['contracts'],
  'packages/guide': [],
  'packages/database': ['ports'],
  'packages/look': [],
  'packages/brand-kit': ['claims'],
  'packages/chat-client': ['claims', 'contracts'],
  // It goes into other people's tests: it knows the house by its doors and its pages, as they do.
  'packages/playwright': [],
  'packages/bench': ['contracts', 'database', 'mock-idp', 'ports', 'protocol'],
  // Its packages are many, and nothing else needs one of them.
  'packages/lighthouse': [],
  'packages/widget': ['chat-client', 'claims', 'contracts', 'look'],
  'apps/api': ['claims', 'contracts', 'database', 'protocol'],
  'apps/mock-idp': ['claims', 'look'],
  'apps/brand-site': ['brand-kit', 'claims', 'guide', 'look'],
  'apps/brand-mobile': ['chat-client'],
  'apps/workspace': ['chat-client', 'claims', 'contracts', 'guide', 'look'],
};

const arrowsOf = ([room, allowed]) => {
  const own = room.split('/')[1];
  const others = `(?!(${[own, ...allowed].join('|')})(/|$))`;
  return {
    name: `arrows-of-${own}`,
    comment: `${room} may import ${allowed.join(', ') || 'no other room'}: an arrow that is not drawn makes two rooms one.`,
    severity: 'error',
    from: { path: `^${room}/src/`, pathNot: test },
    to: { path: `^packages/${others}|^@countersign/${others}` },
  };
};

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(arrows).map(arrowsOf),
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'core-is-pure',
      comment:
        'claims, contracts and protocol know no framework, no database and no Node built-in: time and randomness are arguments.',
      severity: 'error',
      from: { path: '^packages/(claims|contracts|protocol)/src/', pathNot: test },
      to: {
        path: '.',
        pathNot: '^packages/(claims|contracts|protocol)/|(^|/)node_modules/(zod|jose)/|^(zod|jose)$',
      },
    },
    {
      name: 'forgery-stays-in-tests',
      comment:
        'What forges proofs, and judges by lists with a check missing, is for tests: nothing that runs may reach it.',
      severity: 'error',
      from: {
        path: '^(apps|packages/(?!tooling/))',
        pathNot: `${test}|^packages/protocol/(src|dist)/attacks/`,
      },
      to: { path: '^packages/protocol/(src|dist)/attacks/|^@countersign/protocol/attacks' },
    },
    {
      name: 'rivals-stay-in-the-bench',
      comment:
        'What we are compared with lives in the bench, and nothing imports the bench: nobody who runs the service installs a rival.',
      severity: 'error',
      from: { path: '^(apps|packages|e2e)/', pathNot: '^packages/bench/' },
      to: {
        path: '^packages/bench/|^@countersign/bench|(^|/)node_modules/fast-jwt/|^fast-jwt$|(^|/)node_modules/(emulate|oauth2-mock-server)/|^(emulate|oauth2-mock-server)$',
      },
    },
    {
      name: 'the-widget-reaches-the-service-only',
      comment:
        'What a consumer loads must not carry the database, the rules or the backend kit: a browser could read them.',
      severity: 'error',
      from: { path: '^packages/(widget|chat-client)/' },
      to: {
        path: '^packages/(database|protocol|brand-kit)/|^apps/|@countersign/(database|protocol|brand-kit)',
      },
    },
    {
      name: 'the-stand-in-is-not-its-own-judge',
      comment:
        'The stand-in never imports the code it tests: it would make the same mistake and nobody would see.',
      severity: 'error',
      from: { path: '^apps/mock-idp/src/' },
      to: { path: '^packages/(?!claims/|look/)|^apps/(?!mock-idp/)|@countersign/(?!claims|look)' },
    },
    {
      name: 'the-stand-in-takes-types-only',
      comment: 'The stand-in writes its claims itself: a shared schema would hide what it gets wrong.',
      severity: 'error',
      from: { path: '^apps/mock-idp/src/', pathNot: test },
      to: { path: '^packages/claims/|^@countersign/claims', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-app-imports-an-app',
      comment: 'Apps meet over the wire. Only tests and the seed may use the stand-in’s control client.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: test },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'rooms-have-doors',
      comment:
        'One module enters another through its index.ts, so that a module can be rebuilt behind its door.',
      severity: 'error',
      from: { path: inside },
      to: {
        path: inside,
        pathNot: [
          '^apps/$1/src/$2/',
          '/index\\.ts$',
          '^apps/[^/]+/src/(common|config|http|pages|door|world)/',
        ],
      },
    },
    {
      name: 'repositories-remember',
      comment:
        'Only a repository speaks to the database: every query is a question with a name, and has its brand in it.',
      severity: 'error',
      from: { path: '^apps/', pathNot: ['\\.repository\\.ts$', '/common/database\\.ts$', test] },
      to: { path: '^packages/database/|@countersign/database', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'clients-touch-the-network',
      comment: 'Only an outbound client calls out: addresses are tested in one place.',
      severity: 'error',
      from: { path: '^apps/api/src/', pathNot: ['\\.client\\.ts$', test] },
      to: { path: 'node_modules/undici/|^undici$|^(node:)?https?$' },
    },
    {
      name: 'the-wire-has-no-schema-library',
      comment:
        'The consumer’s bundle takes types from contracts and claims, never their schemas: zod alone is four times the window.',
      severity: 'error',
      from: { path: '^packages/(widget|chat-client)/src/', pathNot: test },
      to: {
        path: '^packages/(contracts|claims)/|^(zod)$|node_modules/zod/',
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    parser: 'swc',
    // A room is imported as it is built: what lies in dist is seen, and not looked into.
    doNotFollow: { path: 'node_modules|/dist/' },
    exclude: { path: '(^|/)(\\.next|generated|\\.schema-engine|test-results)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
