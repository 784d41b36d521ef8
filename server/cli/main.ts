// guidedesk …: the process around a command.
import { run } from './commands.ts';

const { argv, stdout, stderr } = process;
process.exit(await run(argv.slice(2), { out: (text) => stdout.write(text), err: (text) => stderr.write(text) }));
