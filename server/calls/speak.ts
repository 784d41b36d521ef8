import { execFile } from 'node:child_process';
import { espeakArguments } from '#display/voice/espeak.ts';
import type { Lang } from '#display/words/index.ts';

/** Says a text and gives the WAV file; null when no program here can. Never rejects. */
export type Speak = (lang: Lang, text: string) => Promise<Uint8Array | null>;

const LIMIT_MS = 5000;
const LIMIT_BYTES = 8 * 1024 * 1024;

/** Speaks with an installed espeak-ng, run as a program. The text goes in by stdin, so it is never an option. */
export function espeak(program = 'espeak-ng'): Speak {
	return async (lang, text) =>
		new Promise((resolve) => {
			const child = execFile(
				program,
				espeakArguments(lang),
				{ encoding: 'buffer', timeout: LIMIT_MS, maxBuffer: LIMIT_BYTES },
				(error, stdout) => {
					resolve(error || stdout.length === 0 ? null : stdout);
				}
			);
			// A program that is not there closes the pipe before it is written to; the callback above tells.
			child.stdin?.on('error', () => undefined).end(text);
		});
}
