import { execFile } from 'node:child_process';
import type { Lang } from '#display/words/index.ts';

/** Says a text and gives the WAV file; null when no program here can. Never rejects. */
export type Speak = (lang: Lang, text: string) => Promise<Uint8Array | null>;

/** espeak-ng 1.51 reads Chinese wrongly with its plain `cmn`; `cmn-latn-pinyin` is right. */
const VOICES: Record<Lang, string> = { 'zh-CN': 'cmn-latn-pinyin', en: 'en-us' };
/** As fast as the voice pack. */
const WORDS_A_MINUTE = '135';
const LIMIT_MS = 5000;
const LIMIT_BYTES = 8 * 1024 * 1024;

/** Speaks with an installed espeak-ng, run as a program. The text goes in by stdin, so it is never an option. */
export function espeak(program = 'espeak-ng'): Speak {
	return async (lang, text) =>
		new Promise((resolve) => {
			const child = execFile(
				program,
				['-v', VOICES[lang], '-s', WORDS_A_MINUTE, '--stdin', '--stdout'],
				{ encoding: 'buffer', timeout: LIMIT_MS, maxBuffer: LIMIT_BYTES },
				(error, stdout) => {
					resolve(error || stdout.length === 0 ? null : stdout);
				}
			);
			// A program that is not there closes the pipe before it is written to; the callback above tells.
			child.stdin?.on('error', () => undefined).end(text);
		});
}
