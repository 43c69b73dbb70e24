// Who may import whom. Every rule here is also broken on purpose in test/architecture/bad, and the check
// fails when one of them stays silent there.

const feature = '^main/register/features/([^/]+)/';
const ownFeature = '^main/register/features/$1/';

/** A type tells what is handed through and is gone when the code runs. */
const inCode = { dependencyTypesNot: ['type-only'] };

/** Small libraries of pure functions, the only ones that shared/ may use. */
const pureLibraries = [
  'zod',
  '@zxcvbn-ts',
  'finnish-business-ids',
  'finnish-ssn',
  'libphonenumber-js',
  'uuidv7',
];
const pureLibrary = `node_modules/(${pureLibraries.join('|')})/`;

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'no-cycles',
    comment: 'Two modules that need each other are one module, or hide a third.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-unresolved',
    comment: 'An import that leads nowhere would also escape every other rule.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'shared-stands-alone',
    comment: 'shared/ is what every zone may use, so it uses none of them.',
    from: { path: '^shared/' },
    to: { path: '^(main|renderer)/' },
  },
  {
    name: 'shared-only-pure-libraries',
    comment: 'shared/ runs in the page, in Electron and in the register process alike.',
    from: { path: '^shared/' },
    to: { path: 'node_modules/', pathNot: pureLibrary },
  },
  {
    name: 'no-node-outside-main',
    comment: 'The page has no Node, and shared/ runs in the page.',
    from: { path: '^(shared|renderer)/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'rules-are-pure',
    comment: 'A feature’s rules are functions of their input: testable without a database.',
    from: { path: `${feature}[a-z-]*rules\\.ts$` },
    to: { pathNot: ['^shared/', `${ownFeature}[a-z-]*rules\\.ts$`] },
  },
  {
    name: 'store-is-only-storage',
    comment: 'A store is SQL and its mapping: no decisions, no sessions.',
    from: { path: `${feature}[a-z-]*store\\.ts$` },
    to: {
      ...inCode,
      pathNot: [
        '^shared/',
        '^main/register/database/',
        `${ownFeature}(tables|[a-z-]*store)\\.ts$`,
        'node_modules/kysely/',
      ],
    },
  },
  {
    name: 'handlers-join-their-own-feature',
    comment:
      'A table of procedures joins rules and store of its own feature. Only auth and accounts also work on the vault.',
    from: { path: `${feature}handlers\\.ts$`, pathNot: '^main/register/features/(auth|accounts)/' },
    to: {
      ...inCode,
      pathNot: ['^shared/', ownFeature, '^main/register/rpc/', '^main/register/feature-module\\.ts$'],
    },
  },
  {
    name: 'features-do-not-know-each-other',
    comment: 'What two features need lives in shared/ or is asked through the contract.',
    from: { path: feature },
    to: { path: '^main/register/features/', pathNot: ownFeature },
  },
  {
    name: 'register-without-electron',
    comment: 'The register process and its tests run in plain Node.',
    from: { path: '^(main/register|shared|renderer)/' },
    to: { path: ['node_modules/electron/', '^main/electron/', '^main/(main|preload)\\.ts$'] },
  },
  {
    name: 'electron-without-register',
    comment:
      'Electron’s main process never holds a key or a row: it talks to the register process by messages.',
    from: { path: '^main/(electron/|main\\.ts$|preload\\.ts$)' },
    to: { path: '^main/register/' },
  },
  {
    name: 'preload-stays-thin',
    comment: 'The bridge runs in the page’s process.',
    from: { path: '^main/preload\\.ts$' },
    to: { pathNot: ['^shared/', 'node_modules/electron/'] },
  },
  {
    name: 'page-and-main-meet-in-shared',
    comment: 'The page knows the contract, nothing else.',
    from: { path: '^(main|renderer)/' },
    to: { path: '^(main|renderer)/', pathNot: '^$1/' },
  },
  {
    name: 'pages-do-not-know-each-other',
    comment: 'A feature’s pages are replaced without looking at another’s.',
    from: { path: '^renderer/features/([^/]+)/' },
    to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
  },
  {
    name: 'ui-has-no-business-words',
    comment: 'ui/ is buttons and tables of any clinic’s app.',
    from: { path: '^renderer/ui/' },
    to: { path: '^renderer/(features|app|api)/' },
  },
  {
    name: 'api-draws-nothing',
    comment: 'The client is derived from the contract and knows no screen.',
    from: { path: '^renderer/api/' },
    to: { path: '^renderer/(features|app|ui)/' },
  },
  {
    name: 'product-without-tests-and-scripts',
    comment: 'What is shipped never needs what is not.',
    from: { path: '^(shared|main|renderer)/' },
    to: { path: '^(test|scripts)/' },
  },
];

module.exports = {
  forbidden: forbidden.map((rule) => ({ ...rule, severity: 'error' })),
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
