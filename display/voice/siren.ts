import { RATE } from './sound.ts';
import type { Sound } from './wav.ts';

/** The evacuation signal of ISO 8201: three times half a second of tone and half a second of silence. */
const PULSES = 3;
const ON_S = 0.5;
const OFF_S = 0.5;
/** Two tones an octave and a third apart: old ears lose the upper, a noisy hall covers the lower. */
const TONES_HZ = [520, 1300];
const LOUD = 0.4;
/** So that no pulse clicks. */
const EDGE_S = 0.01;

/** What is heard before an emergency broadcast, 3 s. */
export function siren(): Sound {
	const samples = new Float32Array(Math.round(PULSES * (ON_S + OFF_S) * RATE));
	for (let i = 0; i < samples.length; i++) {
		const t = (i / RATE) % (ON_S + OFF_S);
		if (t >= ON_S) continue;
		const edge = Math.min(1, t / EDGE_S, (ON_S - t) / EDGE_S);
		const wave = TONES_HZ.reduce((sum, hz) => sum + Math.sin(2 * Math.PI * hz * t), 0);
		samples[i] = (LOUD * edge * wave) / TONES_HZ.length;
	}
	return { rate: RATE, samples };
}
