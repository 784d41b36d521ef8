/** What can be wrong with a recorded clip, before anybody hears it in the hall. Pure. */
import { loudness } from './loudness.ts';
import { levelsOf, most, peakOf, RATE, secondsOf, speechLevel } from './sound.ts';
import { parseWav, type ParsedWav, type Sound } from './wav.ts';

/**
 * The first four make a clip unusable. cut: speech stands at the very edge. noisy: what is not speech is not still.
 * uneven: far from the loudness of its pack, so that levelling brings up its noise or presses its peaks.
 */
export const CLIP_FAULTS = [
	'not-wav',
	'not-pcm',
	'empty',
	'silent',
	'low-rate',
	'clipped',
	'quiet',
	'silence',
	'gap',
	'cut',
	'noisy',
	'long',
	'uneven'
] as const;
export type ClipFault = (typeof CLIP_FAULTS)[number];

const UNUSABLE: readonly ClipFault[] = ['not-wav', 'not-pcm', 'empty', 'silent'];

export interface ClipReport {
	clip: string;
	seconds: number;
	/** LUFS, and the peak in dB below full scale; null where there is no sound */
	loudness: number | null;
	peak: number | null;
	faults: ClipFault[];
}

/** Whether a clip cannot be used at all. */
export function isUnusable({ faults }: Pick<ClipReport, 'faults'>): boolean {
	return faults.some((fault) => UNUSABLE.includes(fault));
}

const SILENT_LUFS = -60;
const QUIET_LUFS = -40;
/** Three samples in a row at the end of the scale: no voice does that, a recorder does. */
const CLIPPED_AT = 0.9995;
const CLIPPED_RUN = 3;
const FRAME_S = 0.01;
/** Stillness within a clip, and around it, relative to its loudest 10 ms. */
const STILL = 0.02;
const EDGE_SILENCE_S = 0.5;
const GAP_S = 0.4;
/** A voice that stands at full swing in the first or last two milliseconds was cut there. */
const CUT = 0.5;
const CUT_S = 0.002;
/** Noise, heard at both ends (a voice that dies away is steady too): for 50 ms steady, well below the speech, and closer than 30 dB to it. */
const NOISE = { frames: 5, least: 10 ** (-30 / 20), most: 0.35, steady: 3 };
/** Words, and sentences that are broadcast. */
const LONG_S = { word: 4, sentence: 30 };
const UNEVEN_LU = 6;

function isClipped({ samples }: Sound): boolean {
	let run = 0;
	for (const sample of samples) {
		run = Math.abs(sample) >= CLIPPED_AT ? run + 1 : 0;
		if (run >= CLIPPED_RUN) return true;
	}
	return false;
}

/** The longest stretch of stillness between the first and the last speech, in frames. */
function gapOf(levels: readonly number[], limit: number): number {
	let [longest, run] = [0, 0];
	for (const level of levels) {
		run = level > limit ? 0 : run + 1;
		longest = Math.max(longest, run);
	}
	return longest;
}

/** The louder of the first and the last moment, as root mean square. */
function edgeLevel({ rate, samples }: Sound): number {
	const size = Math.max(1, Math.round(CUT_S * rate));
	const level = (part: Float32Array): number => Math.sqrt(part.reduce((sum, one) => sum + one * one, 0) / part.length);
	return Math.max(level(samples.subarray(0, size)), level(samples.subarray(-size)));
}

function isNoise(end: readonly number[], speech: number): boolean {
	const [least, most] = [Math.min(...end), Math.max(...end)];
	return least > NOISE.least * speech && most < NOISE.most * speech && most < NOISE.steady * least;
}

function edgeFaults(sound: Sound, sentence: boolean): ClipFault[] {
	const levels = levelsOf(sound);
	const limit = most(levels) * STILL;
	const first = levels.findIndex((level) => level > limit);
	const last = levels.findLastIndex((level) => level > limit);
	const speech = speechLevel(sound);
	const silence = Math.max(first, levels.length - 1 - last) * FRAME_S;
	return [
		...(silence > EDGE_SILENCE_S ? (['silence'] as const) : []),
		...(!sentence && gapOf(levels.slice(first, last), limit) * FRAME_S > GAP_S ? (['gap'] as const) : []),
		...(edgeLevel(sound) > CUT * speech ? (['cut'] as const) : []),
		...(isNoise(levels.slice(0, NOISE.frames), speech) && isNoise(levels.slice(-NOISE.frames), speech)
			? (['noisy'] as const)
			: [])
	];
}

function soundFaults(sound: Sound, level: number, sentence: boolean): ClipFault[] {
	const long = secondsOf(sound) > (sentence ? LONG_S.sentence : LONG_S.word);
	return [
		...(sound.rate < RATE ? (['low-rate'] as const) : []),
		...(isClipped(sound) ? (['clipped'] as const) : []),
		...(level < QUIET_LUFS ? (['quiet'] as const) : []),
		...edgeFaults(sound, sentence),
		...(long ? (['long'] as const) : [])
	];
}

function reportOf(clip: string, parsed: ParsedWav): ClipReport {
	if (!parsed.ok) return { clip, seconds: 0, loudness: null, peak: null, faults: [parsed.fault] };
	const { sound } = parsed;
	const level = loudness(sound);
	const seconds = secondsOf(sound);
	if (level < SILENT_LUFS) return { clip, seconds, loudness: null, peak: null, faults: ['silent'] };
	const sentence = /^(broadcast-|drill)/.test(clip);
	const music = clip === 'chime';
	const peak = 20 * Math.log10(peakOf(sound));
	return { clip, seconds, loudness: level, peak, faults: music ? [] : soundFaults(sound, level, sentence) };
}

/** Every clip of a folder, each with what is wrong with it, and how it stands beside the others. */
export function examined(files: readonly { clip: string; bytes: Uint8Array }[]): ClipReport[] {
	const reports = files.map(({ clip, bytes }) => reportOf(clip, parseWav(bytes)));
	const levels = reports.flatMap(({ loudness: level }) => level ?? []).toSorted((a, b) => a - b);
	const usual = levels[Math.floor(levels.length / 2)] ?? 0;
	return reports.map((report) => {
		const apart = report.loudness === null || report.clip === 'chime' ? 0 : Math.abs(report.loudness - usual);
		return apart > UNEVEN_LU ? { ...report, faults: [...report.faults, 'uneven'] } : report;
	});
}
