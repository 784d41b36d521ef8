// Everything in server/boot runs before the right Node is there: plain JavaScript that Node 18 can read.
import { spawn } from 'node:child_process';
import { statfsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { advice } from './advice.js';

/** The folder of the whole project, with the slash at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A slow step says every so often that it is still at work. */
const STILL_EVERY_MS = 15_000;

/** Soon enough for whoever restarts us, and nearly nothing to do. */
const PARENT_EVERY_MS = 250;

/** A step could not be done; the message is all that the person at the keyboard needs. */
export class Stopped extends Error {}

/** Says a line to the person at the keyboard. On stderr, so that what a command answers on stdout stays clean.
 * @param {string} line */
function say(line) {
	process.stderr.write(`guidedesk: ${line}\n`);
}

/** Does one step of the set-up, and says its name and the seconds it took.
 * @template T
 * @param {string} name what is being done, as in `installing packages`
 * @param {() => Promise<T>} act
 * @returns {Promise<T>} */
export async function step(name, act) {
	const start = Date.now();
	const seconds = () => ((Date.now() - start) / 1000).toFixed(1);
	say(`${name} …`);
	const still = setInterval(() => say(`${name}: still at work after ${seconds()} s`), STILL_EVERY_MS);
	try {
		const result = await act();
		say(`${name}: done in ${seconds()} s`);
		return result;
	} finally {
		clearInterval(still);
	}
}

/** Makes sure of the disk beforehand: npm calls an installation complete whose last files are empty for want of room.
 * @param {number} megabytes what the next step will take
 * @throws {Stopped} when there is less */
export function needRoom(megabytes) {
	const { bavail, bsize } = statfsSync(ROOT);
	const free = Math.floor((bavail * bsize) / 1e6);
	if (free < megabytes)
		throw new Stopped(`${megabytes} MB are needed on this disk and ${free} MB are free: make room and run it again.`);
}

/** Runs a program in the project's folder and waits for it.
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<string>} what it printed
 * @throws {Stopped} when it fails, with what it printed last and what to do about it */
export function run(command, args) {
	return new Promise((resolve, reject) => {
		const shell = process.platform === 'win32' && command === 'npm'; // npm is a batch file there
		const child = spawn(command, args, { cwd: ROOT, shell, stdio: ['ignore', 'pipe', 'pipe'] });
		let output = '';
		const keep = (/** @type {Buffer} */ bytes) => void (output += bytes.toString());
		child.stdout.on('data', keep);
		child.stderr.on('data', keep);
		child.on('error', (error) => reject(new Stopped(failure(command, args, error.message))));
		child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Stopped(failure(command, args, output)))));
	});
}

/** @param {string} command @param {string[]} args @param {string} output */
function failure(command, args, output) {
	const last = output.trim().split('\n').slice(-25).join('\n');
	return `${[command, ...args].join(' ')} failed.\n${last}\n\n${advice(output)}`;
}

/** Puts a folder first on PATH, for this process and all it starts.
 * @param {string} folder */
export function firstOnPath(folder) {
	const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
	process.env[name] = folder + delimiter + (process.env[name] ?? '');
}

/** Starts a program in our place: it has our terminal, gets our signals, and its end is our end.
 * @param {string} command
 * @param {string[]} args */
export function become(command, args) {
	const child = spawn(command, args, { stdio: 'inherit' });
	process.on('SIGTERM', () => child.kill('SIGTERM'));
	process.on('SIGHUP', () => child.kill('SIGHUP'));
	// A terminal sends Ctrl-C to every process of the group, so the child has it already.
	process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
	followParent(() => child.kill('SIGTERM'));
	child.on('error', (error) => {
		say(`${command} cannot be started: ${error.message}`);
		process.exit(1);
	});
	child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
}

/** npm passes a signal on only to the shell between us, which then ends without us: so ends our part when that shell is gone.
 * @param {() => void} end */
function followParent(end) {
	if (!process.env['npm_lifecycle_event']) return; // started by hand: may well outlive its terminal
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(watch);
		end();
	}, PARENT_EVERY_MS);
}

/** Runs a command's main part; a step that could not be done ends it with its message and no stack.
 * @param {() => Promise<void>} act */
export async function main(act) {
	try {
		await act();
	} catch (error) {
		if (!(error instanceof Stopped)) throw error;
		say(error.message);
		process.exit(1);
	}
}
