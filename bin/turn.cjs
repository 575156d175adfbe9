/** Lets two commands that were started at the same moment prepare one clone one after the other. */
'use strict';

const fs = require('node:fs');
const path = require('node:path');

const patience = 10 * 60 * 1000;

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return problem.code === 'EPERM';
  }
}

function pause(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

// The note is written beside and linked into place, so that nobody ever reads an empty one.
function take(note) {
  const own = `${note}.${process.pid}`;
  fs.writeFileSync(own, String(process.pid));
  try {
    fs.linkSync(own, note);
    return true;
  } catch (problem) {
    if (problem.code !== 'EEXIST') throw problem;
    return false;
  } finally {
    fs.rmSync(own, { force: true });
  }
}

/** Runs `work` while no other process holds the note; a note left by a process that died is taken over. */
function inTurn(note, work) {
  fs.mkdirSync(path.dirname(note), { recursive: true });
  const until = Date.now() + patience;
  while (!take(note)) {
    let holder = 0;
    try {
      holder = Number(fs.readFileSync(note, 'utf8'));
    } catch {
      continue;
    }
    if (!alive(holder) || Date.now() > until) fs.rmSync(note, { force: true });
    else pause(100);
  }
  try {
    return work();
  } finally {
    fs.rmSync(note, { force: true });
  }
}

module.exports = { inTurn };
