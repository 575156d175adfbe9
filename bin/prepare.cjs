/** Makes a fresh clone runnable on whatever Node is there: locked dependencies, the build, and for tests a browser. */
'use strict';

const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { ensureBrowser } = require('./browser.cjs');
const { inTurn } = require('./turn.cjs');

const root = process.env.MANYHANDS_ROOT || path.resolve(__dirname, '..');
const hashFile = path.join(root, 'node_modules', '.manyhands-lock-hash');
const builtFile = path.join(root, 'dist', '.built');
const compiled = ['src', 'packages', 'journeys', 'bench', 'demo', 'test'];

class CannotPrepare extends Error {}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

// node_modules/.bin is about to be replaced, so nothing may be started from it.
function cleanPath() {
  const inside = path.join(root, 'node_modules', '.bin');
  return (process.env.PATH || '').split(path.delimiter).filter((folder) => folder !== inside);
}

function machineNode() {
  for (const folder of cleanPath()) {
    if (!folder.includes('node_modules') && fs.existsSync(path.join(folder, 'node'))) return path.join(folder, 'node');
  }
  return process.execPath;
}

function lockHash() {
  const lock = read(path.join(root, 'package-lock.json'));
  return lock === null ? null : createHash('sha256').update(lock).digest('hex');
}

const installed = (wanted) => wanted === null || read(hashFile)?.trim() === wanted;

/** Installs exactly what the lockfile names, without running any package's script, when the lockfile is new. */
function install(out) {
  const wanted = lockHash();
  if (installed(wanted)) return;
  // npm empties what it finds before it fills it: of packages that are only lent by a link, it would empty the lender's.
  const place = path.join(root, 'node_modules');
  if (fs.lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink()) fs.unlinkSync(place);
  out.write('Fetching the locked packages (once, about a quarter of a minute) ...\n');
  const words = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const viaScript = npm !== undefined && /npm-cli\.c?js$/.test(npm);
  const done = spawnSync(
    viaScript ? machineNode() : 'npm',
    [...(viaScript ? [npm] : []), ...words, '--loglevel=error'],
    {
      cwd: root,
      env: { ...process.env, PATH: cleanPath().join(path.delimiter) },
      stdio: ['ignore', out.fd, 2],
    },
  );
  if (done.error || done.status !== 0) {
    throw new CannotPrepare('npm could not fetch the packages; its own words are above. Try again when it can.');
  }
  fs.writeFileSync(hashFile, `${wanted}\n`);
}

/** The Node that the project is tested on, or the one that runs this file where that one cannot run. */
function pinnedNode() {
  const pinned = path.join(root, 'node_modules', '.bin', 'node');
  if (fs.existsSync(pinned)) return pinned;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 15)) return process.execPath;
  throw new CannotPrepare(
    `There is no packaged Node for ${process.platform} ${process.arch}: please install Node 24.15 or newer and try again.`,
  );
}

function walk(folder, found) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist') continue;
    const whole = path.join(folder, entry.name);
    if (entry.isDirectory()) walk(whole, found);
    else if (/\.(ts|tsx|json)$/.test(entry.name)) found.push(whole);
  }
  return found;
}

/** What the build is made of, as one hash; null where only the compiled program was delivered. */
function fingerprint() {
  if (!fs.existsSync(path.join(root, 'tsconfig.json'))) return null;
  const files = compiled.filter((name) => fs.existsSync(path.join(root, name)));
  const sources = files.flatMap((name) => walk(path.join(root, name), [])).sort();
  const hash = createHash('sha256');
  for (const file of [...sources, 'tsconfig.json', 'package-lock.json'].map((name) => path.resolve(root, name))) {
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(fs.readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

const built = (now) => now === null || read(builtFile)?.trim() === now;

/** Removes compiled files whose source is gone, so that a deleted test cannot go on passing. */
function sweep(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const whole = path.join(folder, entry.name);
    if (entry.isDirectory()) sweep(whole);
    else if (/\.js(\.map)?$/.test(entry.name)) {
      const source = path.join(root, path.relative(path.join(root, 'dist'), whole)).replace(/\.js(\.map)?$/, '');
      if (!fs.existsSync(`${source}.ts`) && !fs.existsSync(`${source}.tsx`)) fs.rmSync(whole);
    }
  }
}

/** Compiles when a source has changed since the last time. */
function build(out) {
  const now = fingerprint();
  if (built(now)) return;
  const before = read(builtFile);
  const dist = path.join(root, 'dist');
  if (before === null) fs.rmSync(dist, { recursive: true, force: true });
  else {
    fs.rmSync(builtFile);
    sweep(dist);
  }
  out.write('Building ...\n');
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const done = spawnSync(pinnedNode(), [tsc, '-p', root], { cwd: root, stdio: ['ignore', out.fd, 2] });
  if (done.error || done.status !== 0) {
    throw new CannotPrepare('The build stopped: the lines above name each place that does not fit its types.');
  }
  fs.writeFileSync(builtFile, `${now}\n`);
}

/** Everything that has to be there before a command of ours can run; quick when nothing has changed. */
function prepare(options = {}) {
  const out = options.quiet ? process.stderr : process.stdout;
  if (!installed(lockHash()) || !built(fingerprint())) {
    inTurn(path.join(root, 'data', '.preparing'), () => {
      install(out);
      build(out);
    });
  }
  if (options.browser) ensureBrowser(out, CannotPrepare);
}

module.exports = { prepare, pinnedNode, root, CannotPrepare };

if (require.main === module) {
  try {
    prepare({ browser: process.argv.includes('--test') });
  } catch (problem) {
    if (!(problem instanceof CannotPrepare)) throw problem;
    process.stderr.write(`${problem.message}\n`);
    process.exitCode = 1;
  }
}
