import { RATE } from './sound.ts';
import type { Sound } from './wav.ts';

/** E5, then C5: a falling third, the "now listen" of stations and halls. */
const TONES = [
	{ hz: 659.26, at: 0 },
	{ hz: 523.25, at: 0.42 }
];
const SECONDS = 1.15;
/** How loud the first three partials are; a pure sine is hard to place in a room. */
const PARTIALS = [1, 0.28, 0.1];

function tone(hz: number, t: number): number {
	const attack = Math.min(1, t / 0.008);
	const decay = Math.exp(-4.5 * t);
	const wave = PARTIALS.reduce((sum, gain, i) => sum + gain * Math.sin(2 * Math.PI * hz * (i + 1) * t), 0);
	return 0.22 * attack * decay * wave;
}

/** The two-tone chime before a call, 1.15 s, ends in silence. */
export function chime(): Sound {
	const samples = new Float32Array(Math.round(SECONDS * RATE));
	for (let i = 0; i < samples.length; i++) {
		const t = i / RATE;
		const tail = Math.min(1, (SECONDS - t) / 0.15);
		for (const { hz, at } of TONES) if (t >= at) samples[i] = (samples[i] ?? 0) + tail * tone(hz, t - at);
	}
	return { rate: RATE, samples };
}
