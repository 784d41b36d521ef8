// node server/boot/with-node.js <file.ts> [arguments]: the same set-up as npm start, then the file under the right Node.
import { prepare } from './prepare.js';
import { become, main, Stopped } from './steps.js';

await main(async () => {
	const [file, ...args] = process.argv.slice(2);
	if (!file) throw new Stopped('which file? node server/boot/with-node.js <file.ts> [arguments]');
	become(await prepare({ build: true }), [file, ...args]);
});
