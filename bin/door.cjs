/** Runs one compiled program of ours on the pinned Node and leaves with its exit code. */
'use strict';

const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { browserPath } = require('./browser.cjs');
const { CannotPrepare, pinnedNode, prepare, root } = require('./prepare.cjs');

// npm has just run the pre-script of its command, so asking again would only cost time.
const preparedByNpm = ['start', 'test', 'check', 'test:long'].includes(process.env.npm_lifecycle_event);

// A terminal sends Ctrl-C to everyone; others send their signal to us alone, and the program must hear it either way.
function passOn(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
}

function parentOf(pid) {
  try {
    const words = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return Number(words[1]);
  } catch {
    return null;
  }
}

// npm starts a shell that starts us. When npm dies without a word, what it began would go on holding the port:
// it is asked to close instead.
function followParents(child) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const lineage = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const before = lineage();
  setInterval(() => {
    if (lineage() !== before) child.kill('SIGTERM');
  }, 500).unref();
}

function open(program, args) {
  try {
    // Stopping works with whatever was built last, also in the middle of somebody's unfinished change.
    const stopping = args[0] === 'stop' && fs.existsSync(path.join(root, 'dist', program));
    if (!preparedByNpm && !stopping) prepare({ quiet: true });
    // Compiled code is kept between starts: a second start loads in half the time.
    const env = {
      NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'compiled'),
      ...process.env,
      MANYHANDS_ROOT: root,
    };
    const browser = browserPath();
    if (browser !== null) env.MANYHANDS_CHROMIUM = browser;
    const flags = ['--enable-source-maps', '--disable-warning=ExperimentalWarning'];
    const child = spawn(pinnedNode(), [...flags, path.join(root, 'dist', program), ...args], {
      env,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    passOn(child);
    followParents(child);
    child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
  } catch (problem) {
    if (!(problem instanceof CannotPrepare)) throw problem;
    process.stderr.write(`${problem.message}\n`);
    process.exitCode = 1;
  }
}

module.exports = { open };
