import { build } from './build.js';
import { install } from './install.js';
import { rightNode } from './node.js';

/** Makes a bare clone ready: the right Node, the packages, and the production build if asked for. What is there is not made again.
 * @param {{ build: boolean }} wanted
 * @returns {Promise<string>} the path of the right Node */
export async function prepare(wanted) {
	const node = await rightNode();
	await install();
	if (wanted.build) await build(node);
	return node;
}
