import type { Lang } from '../words/index.ts';

/** espeak-ng 1.51's plain `cmn` reads pinyin as English letters; the other Mandarin voice is right. */
const VOICES: Record<Lang, string> = { 'zh-CN': 'cmn-latn-pinyin', en: 'en-us', ar: 'ar' };

/** Slower than conversation: a hall has an echo. */
const WORDS_A_MINUTE = '135';

/** What espeak-ng is called with to read a text from stdin and write a WAV file to stdout. */
export function espeakArguments(lang: Lang): string[] {
	return ['-v', VOICES[lang], '-s', WORDS_A_MINUTE, '--stdin', '--stdout'];
}
