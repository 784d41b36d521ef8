#!/usr/bin/env node
// npx guidedesk: finds the right Node, whatever the folder it is called from, and leaves the rest to main.ts.
import { join } from 'node:path';
import { SERVER_FLAGS } from '../boot/flags.js';
import { prepare } from '../boot/prepare.js';
import { become, main, ROOT } from '../boot/steps.js';

await main(async () => {
	const args = process.argv.slice(2);
	const node = await prepare({ build: args[0] === 'serve' });
	const flags = args[0] === 'serve' ? SERVER_FLAGS : [];
	become(node, [...flags, '--disable-warning=ExperimentalWarning', join(ROOT, 'server/cli/main.ts'), ...args]);
});
