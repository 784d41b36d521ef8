/**
 * Renders the voice pack: `node display/voice/packs/make.ts`, with espeak-ng installed (Debian: apt install espeak-ng).
 * One WAV a clip, 16 kHz, 16 bit, mono, trimmed and equally loud. The program is run, nothing of it is shipped.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chime } from '../chime.ts';
import { espeakArguments } from '../espeak.ts';
import { clipText, packClips } from '../phrase.ts';
import { joined, levelled, RATE, resampled, silence, trimmed } from '../sound.ts';
import { parseWav, writeWav, type Sound } from '../wav.ts';
import { STAFF_LANGS, type Lang } from '../../words/index.ts';

function spoken(lang: Lang, text: string): Sound {
	const bytes = execFileSync('espeak-ng', espeakArguments(lang), { input: text });
	const parsed = parseWav(bytes);
	if (!parsed.ok) throw new Error(`espeak-ng said nothing for ${text}: ${parsed.fault}`);
	return joined([levelled(trimmed(resampled(parsed.sound, RATE)))], RATE);
}

let total = 0;
// A language that only visitors speak is rendered where it is spoken.
for (const lang of STAFF_LANGS) {
	const folder = join(import.meta.dirname, lang);
	mkdirSync(folder, { recursive: true });
	const clips = packClips(lang).map((clip): [string, Sound] => [clip, spoken(lang, clipText(lang, clip) ?? '')]);
	for (const [clip, sound] of [...clips, ['chime', chime()] as const]) {
		const bytes = writeWav(sound);
		writeFileSync(join(folder, `${clip}.wav`), bytes);
		total += bytes.length;
	}
	console.log(`${lang}: ${clips.length + 1} clips`);
}
// What a screen plays to learn whether its browser lets it speak.
writeFileSync(join(import.meta.dirname, '../../static/silence.wav'), writeWav(silence(100, RATE)));
console.log(`${Math.round(total / 1024)} KiB in all`);
