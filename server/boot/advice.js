/** What to do about a failure, found by what the failing program printed; the first that fits.
 * @type {readonly (readonly [RegExp, string])[]} */
const KNOWN = [
	[
		/ENOSPC|no space left|disk quota/i,
		'The disk is full. The project needs about 1 GB (node_modules, .node, build): make room and run it again.'
	],
	[
		/EACCES|EPERM|EROFS|permission denied/i,
		'This user may not write there. Give the project folder to the user who runs it (chown -R), or run it as its owner.'
	],
	[
		/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|network|getaddrinfo/,
		'The npm registry cannot be reached. Check the network, or the proxy and registry in npm’s settings (npm config list), and run it again. ' +
			'Once it is installed, no network is needed.'
	],
	[
		/SELF_SIGNED_CERT|UNABLE_TO_VERIFY|unable to get local issuer/i,
		'The registry’s certificate is not trusted here. Name the certificate file of your network with: npm config set cafile <file>'
	],
	[
		/in sync|package-lock\.json/,
		'package.json and package-lock.json differ. Run npm install, then node test/shape/lock.ts, and commit both.'
	],
	[
		/E404|ETARGET|No matching version/,
		'The registry does not have this version. Try another registry, or a newer commit.'
	],
	[/heap out of memory|ENOMEM|Killed/, 'There was not enough memory. Building needs about 1 GB free.'],
	[/ENOENT/, 'A program is missing. Node 18 or newer comes with npm: check that both are on PATH (node -v, npm -v).']
];

/** Says what to do about a failing step.
 * @param {string} output what the failing program printed
 * @returns {string} one or two sentences */
export function advice(output) {
	const known = KNOWN.find(([sign]) => sign.test(output));
	return known
		? known[1]
		: 'The lines above say what went wrong. Mend that and run it again: finished steps are not repeated.';
}
