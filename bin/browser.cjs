/** Finds the browser and the letters that the journeys need, and fetches them from the distribution when it may. */
'use strict';

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const packages = ['chromium', 'fonts-noto-core'];
const fontFolders = ['/usr/share/fonts', '/usr/local/share/fonts'];

function browserPath() {
  const named = process.env.MANYHANDS_CHROMIUM;
  const folders = (process.env.PATH || '').split(path.delimiter);
  const usual = ['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) =>
    ['/usr/bin', ...folders].map((folder) => path.join(folder, name)),
  );
  return [...(named ? [named] : []), ...usual].find((file) => fs.existsSync(file)) ?? null;
}

// Arabic stands for the rest: the package that brings it brings Ethiopic and the others too.
function holdsArabic(folder) {
  if (!fs.existsSync(folder)) return false;
  return fs.readdirSync(folder, { withFileTypes: true }).some((entry) => {
    if (entry.isDirectory()) return holdsArabic(path.join(folder, entry.name));
    return /^Noto(Sans|Naskh)Arabic/.test(entry.name);
  });
}

function lacking() {
  const has = [browserPath() !== null, fontFolders.some(holdsArabic)];
  return packages.filter((_, index) => !has[index]);
}

/** As root it installs what is missing with apt-get; anyone else is told the one command to run. */
function ensureBrowser(out, CannotPrepare) {
  const missing = lacking();
  if (missing.length === 0) return;
  const add = ['install', '-y', '--no-install-recommends', ...missing];
  const command = `sudo sh -c "apt-get update && apt-get ${add.join(' ')}"`;
  if (process.getuid?.() !== 0) {
    throw new CannotPrepare(`The browser tests need ${missing.join(' and ')}. Please run once:\n  ${command}`);
  }
  out.write(`Fetching ${missing.join(' and ')} for the browser tests (once) ...\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const words of [
    ['update', '-qq'],
    ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...add],
  ]) {
    const done = spawnSync('apt-get', words, { env, stdio: ['ignore', 'ignore', 2] });
    if (done.error || done.status !== 0) {
      throw new CannotPrepare(`apt-get could not fetch ${missing.join(' and ')}. Please run once:\n  ${command}`);
    }
  }
  if (lacking().length > 0)
    throw new CannotPrepare(`${lacking().join(' and ')} cannot be found after the installation.`);
}

module.exports = { ensureBrowser, browserPath };
