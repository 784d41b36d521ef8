import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { firstOnPath, needRoom, ROOT, run, step, Stopped } from './steps.js';

/** The oldest Node that runs TypeScript as it is and that our packages accept. */
const OLDEST = { major: 22, minor: 18 };

/** The line that is fetched where Node is older: the long-term one. */
const FETCHED = '24';

/** Whether this Node is new enough to run everything.
 * @param {string} version as in `22.18.0` */
export function newEnough(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	return major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor);
}

/** The npm package that holds Node for a machine: a binary and nothing else.
 * @param {string} platform as in `process.platform`
 * @param {string} arch as in `process.arch`
 * @returns {string | undefined} undefined: there is none */
export function nodePackage(platform, arch) {
	/** @type {Record<string, string>} */
	const systems = { linux: 'linux', darwin: 'darwin', win32: 'win' };
	const system = systems[platform];
	return system && (arch === 'x64' || arch === 'arm64') ? `node-${system}-${arch}` : undefined;
}

/** Finds a Node that is new enough, fetching one into `.node/` when the running one is not, and puts it first on PATH.
 * @returns {Promise<string>} the path of its binary */
export async function rightNode() {
	if (newEnough(process.versions.node)) {
		firstOnPath(dirname(process.execPath));
		return process.execPath;
	}
	const name = nodePackage(process.platform, process.arch);
	if (!name) throw new Stopped(`Node ${process.versions.node} is too old: install Node ${FETCHED} and run it again.`);
	const node = join(ROOT, '.node/node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
	if (!existsSync(node)) {
		needRoom(300);
		await step(`Node ${process.versions.node} is too old, fetching Node ${FETCHED}`, () => fetchNode(name));
	}
	await run(node, ['--version']);
	firstOnPath(dirname(node));
	return node;
}

/** @param {string} name */
async function fetchNode(name) {
	const prefix = join(ROOT, '.node');
	await run('npm', [
		'install',
		'--prefix',
		prefix,
		'--no-save',
		'--no-package-lock',
		'--ignore-scripts',
		'--no-audit',
		'--no-fund',
		`${name}@${FETCHED}`
	]);
}
