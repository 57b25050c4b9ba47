// Every command of package.json: brings a fresh clone up to date (install, build), then runs the one asked for.
// Plain Node and no dependency, because on a fresh clone nothing is installed yet. Works in Windows shells too.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = dirname(fileURLToPath(import.meta.url));
const inRoot = (...parts) => join(root, ...parts);
const tool = (...parts) => inRoot('node_modules', ...parts);
const say = (text) => process.stderr.write(`${text}\n`);

const tools = {
  tsc: () => tool('typescript', 'bin', 'tsc'),
  jest: () => tool('jest', 'bin', 'jest.js'),
  biome: () => tool('@biomejs', 'biome', 'bin', 'biome'),
  vite: () => tool('vite', 'bin', 'vite.js'),
  depcruise: () => tool('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
  stryker: () => tool('@stryker-mutator', 'core', 'bin', 'stryker.js'),
};

/** Runs a Node script to its end; anything but success ends this process with the same code. */
function node(script, args = [], { quiet = false } = {}) {
  const stdio = quiet ? ['inherit', 2, 2] : 'inherit';
  const result = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Installs exactly what the lockfile says, once for each content of the lockfile. */
function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    say(`Node ${process.versions.node} is too old: this needs Node 20.19 or newer (https://nodejs.org).`);
    process.exit(1);
  }
  const wanted = createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');
  const stamp = tool('.installed-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing packages (first time, a minute or two)…');
  const npmScript = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = npmScript?.endsWith('.js')
    ? spawnSync(process.execPath, [npmScript, ...args], { cwd: root, stdio: ['inherit', 2, 2] })
    : spawnSync('npm', args, { cwd: root, stdio: ['inherit', 2, 2], shell: process.platform === 'win32' });
  if (result.status !== 0) {
    say('The installation failed. Check that the npm registry can be reached, then run the command again.');
    process.exit(result.status ?? 1);
  }
  writeFileSync(stamp, wanted);
}

const skipped = new Set(['node_modules', 'dist', 'test-output']);

/** A fingerprint (paths, sizes, times) of the files below the folders that `accept` takes. */
function fingerprint(folders, accept) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(path);
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) if (!skipped.has(name)) visit(join(path, name));
    } else if (accept(path)) hash.update(`${path}|${stat.size}|${stat.mtimeMs}\n`);
  };
  for (const folder of folders) if (existsSync(inRoot(folder))) visit(inRoot(folder));
  return hash.digest('hex');
}

/** Runs one build step when what it reads has changed since it last succeeded. */
function buildStep(name, label, inputs, run) {
  const stamp = inRoot('dist', `.${name}.built`);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return;
  say(label);
  run();
  mkdirSync(inRoot('dist'), { recursive: true });
  writeFileSync(stamp, inputs);
}

/** The bundle of the customer's page, with its packed forms beside it for the server to choose from. */
function packPage() {
  const bytes = readFileSync(tool('botframework-webchat', 'dist', 'webchat.js'));
  const to = inRoot('dist', 'webChat', 'webchat.js');
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, bytes);
  writeFileSync(`${to}.gz`, gzipSync(bytes, { level: 9 }));
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${to}.br`, brotliCompressSync(bytes, { params: quality }));
}

function build() {
  install();
  const lock = readFileSync(inRoot('package-lock.json'), 'utf8').length;
  const isCode = (path) => /\.(ts|json)$/.test(path) && !path.includes(join('console', 'web'));
  const code = `${fingerprint(['bot', 'dialogs', 'data', 'tsconfig.json', 'tsconfig.build.json'], isCode)}:${lock}`;
  buildStep('code', 'Building…', code, () => node(tools.tsc(), ['-p', 'tsconfig.build.json'], { quiet: true }));
  const isTraining = (path) => path.endsWith('.jsonl') || path.endsWith('.ts') || path.endsWith('.json');
  const model = fingerprint(['dialogs/understanding', 'data/linear'], isTraining);
  if (existsSync(inRoot('dist/dialogs/understanding/learn/train.js')))
    buildStep('model', 'Training the language model…', model, () =>
      node(inRoot('dist', 'dialogs', 'understanding', 'learn', 'train.js'), [], { quiet: true }),
    );
  const guard = fingerprint(['data/meaning', 'data/linear'], isTraining);
  if (existsSync(inRoot('dist/data/meaning/learn/train.js')))
    buildStep('guard', 'Training the guard’s model…', guard, () =>
      node(inRoot('dist', 'data', 'meaning', 'learn', 'train.js'), [], { quiet: true }),
    );
  const answers = fingerprint(
    ['data/knowledge', 'data/linear', 'dialogs/understanding', 'bot/cli/parts/answers'],
    isTraining,
  );
  if (existsSync(inRoot('dist/bot/cli/measure/trainAnswers.js')))
    buildStep('answers', 'Learning to find answers…', answers, () =>
      node(inRoot('dist', 'bot', 'cli', 'measure', 'trainAnswers.js'), [], { quiet: true }),
    );
  buildStep('page', 'Packing the customer’s page…', String(lock), packPage);
  if (existsSync(inRoot('bot/staff/console/web/vite.config.mjs')))
    buildStep(
      'console',
      'Building the staff console…',
      `${fingerprint(['bot/staff/console/web', 'bot/staff/contract', 'bot/staff/text'], () => true)}:${lock}`,
      () =>
        node(tools.vite(), ['build', '--config', 'bot/staff/console/web/vite.config.mjs', '--logLevel', 'warn'], {
          quiet: true,
        }),
    );
}

/** Stays between the terminal and a long-running process, so that Ctrl-C reaches it once and its code is ours. */
function runInForeground(script, args, nodeArgs = []) {
  const child = spawn(process.execPath, [...nodeArgs, script, ...args], { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
}

function test(args) {
  build();
  const report = inRoot('test-output', 'jest.json');
  mkdirSync(dirname(report), { recursive: true });
  const result = spawnSync(process.execPath, [tools.jest(), '--json', `--outputFile=${report}`, ...args], {
    cwd: root,
    stdio: ['inherit', 2, 2],
  });
  if (existsSync(report)) {
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    process.stdout.write(
      `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed, ${numPendingTests} skipped\n`,
    );
  }
  process.exit(result.status ?? 1);
}

function check() {
  install();
  node(tools.biome(), ['ci', '--error-on-warnings', '.']);
  node(tools.tsc(), ['--noEmit', '-p', 'tsconfig.json']);
  if (existsSync(inRoot('bot/staff/console/web/tsconfig.json')))
    node(tools.tsc(), ['--noEmit', '-p', 'bot/staff/console/web']);
  node(tools.depcruise(), ['--config', '.dependency-cruiser.js', 'bot', 'dialogs', 'data', 'test']);
  say('Format, lint, types and import table are in order.');
}

const cli = (name) => (args) => {
  build();
  runInForeground(inRoot('dist', 'bot', 'cli', `${name}.js`), args);
};

/** A command that lives with the tests, whose worlds and laws it uses, runs from source. */
function fromTests(path, args) {
  const loader = inRoot('test', 'data', 'store', 'processes', 'typescript.cjs');
  runInForeground(inRoot('test', ...path), args, ['-r', loader]);
}

const commands = {
  start: (args) => {
    build();
    runInForeground(inRoot('dist', 'bot', 'main.js'), args);
  },
  test,
  check,
  build,
  format: () => {
    install();
    node(tools.biome(), ['check', '--write', '.']);
  },
  bench: cli('bench'),
  replay: cli('replay'),
  explain: cli('explain'),
  understand: cli('understand'),
  answers: cli('measure/answers'),
  guard: cli('measure/guard'),
  'understand:compare': cli('measure/understandCompare'),
  simulate: cli('simulate'),
  negotiate: cli('negotiate'),
  policy: cli('bank/policy'),
  import: cli('bank/import'),
  daily: cli('daily'),
  outreach: cli('bank/outreach'),
  privacy: cli('bank/privacy'),
  verify: cli('bank/verify'),
  wechat: cli('bank/wechat'),
  'wechat:try': (args) => {
    install();
    fromTests(['bot', 'channels', 'weChat', 'try', 'try.ts'], args);
  },
  redteam: (args) => {
    build();
    fromTests(['redteam', 'redteam.ts'], args);
  },
  talk: cli('talk'),
  chat: cli('testers/chat'),
  table: cli('table'),
  'test:browser': (args) => test(['test/browser', ...args]),
  draw: () => {
    install();
    node(inRoot('draw.mjs'));
  },
  mutation: (args) => {
    install();
    node(tools.stryker(), ['run', ...args]);
  },
};

/** Commands that take nothing, and what they do. Every other command answers --help itself. */
const bare = {
  check: 'format, lint, types and import table, without changing anything.',
  build: 'installs and builds whatever has changed.',
  draw: 'draws the folders and what each imports into house.svg.',
  format: 'brings every file into the house’s format.',
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (command === undefined) {
  say(`Unknown command "${name}". Known: ${Object.keys(commands).join(', ')}.`);
  process.exit(1);
}
const about = bare[name];
if (about !== undefined && args.length > 0) {
  const asksForHelp = args[0] === '--help' || args[0] === '-h';
  say(asksForHelp ? `npm run ${name}: ${about}` : `npm run ${name} takes no "${args[0]}": ${about}`);
  process.exit(asksForHelp ? 0 : 1);
}
command(args);
