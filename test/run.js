// npm test: from a bare clone to the last check. `npm test -- --only vitest,eslint` does some of it.
import { join } from 'node:path';
import { prepare } from '../server/boot/prepare.js';
import { become, main, ROOT } from '../server/boot/steps.js';

await main(async () => {
	const node = await prepare({ build: false });
	become(node, ['--disable-warning=ExperimentalWarning', join(ROOT, 'test/run/main.ts'), ...process.argv.slice(2)]);
});
