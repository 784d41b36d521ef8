import { expect, test } from 'vitest';
import { virtualClock } from '#test/fakes/clock.ts';
import type { Announcement } from '#server/realtime/events.ts';
import { LANGS } from '../words/index.ts';
import { SILENCE_AT, type AudioBackend, type Played } from './audio.ts';
import { alert, clipText } from './phrase.ts';
import { VoicePlayer } from './player.svelte.ts';
import { siren } from './siren.ts';
import { secondsOf } from './sound.ts';

/** A screen whose sounds last as long as they say, and what it has begun to say. */
function hall(): { clock: ReturnType<typeof virtualClock>; player: VoicePlayer; log: string[]; spoken: number[] } {
	const clock = virtualClock();
	const log: string[] = [];
	const spoken: number[] = [];
	const seconds: Record<string, number> = { [SILENCE_AT]: 0.1, '/clips/siren.wav': 9 };
	const audio: AudioBackend = {
		play: (address, stop) => {
			if (address !== SILENCE_AT) log.push(address);
			return new Promise<Played>((resolve) => {
				const callOff = clock.after((seconds[address] ?? 8) * 1000, () => resolve('ended'));
				stop.addEventListener('abort', () => {
					callOff();
					resolve('failed');
				});
			});
		}
	};
	const changed = (): void => undefined;
	const player = new VoicePlayer({ spoken: ({ id }) => spoken.push(id), changed, audio: () => audio, timers: clock });
	return { clock, player, log, spoken };
}

const told = (id: number, times: number | null = null) => ({
	id,
	sound: { audio: '/clips/siren.wav', seconds: 9, times }
});

function call(id: number, at: number): Announcement {
	return {
		id,
		zone: 'east',
		text: '',
		audio: `/clips/${String(id)}.wav`,
		seconds: 8,
		volume: 1,
		priority: 0,
		at,
		until: at + 120_000
	};
}

test('G-04 an alert breaks off a call, is said again and again, and ends at once; then the call is said', async () => {
	const { clock, player, log, spoken } = hall();
	player.start();
	await clock.advance(1000);
	player.say(call(1, clock.now()));
	await clock.advance(3000);
	player.alert(told(7));
	await clock.advance(30_000);
	expect(log).toEqual(['/clips/1.wav', ...Array<string>(3).fill('/clips/siren.wav')]);
	expect([spoken, player.sound]).toEqual([[], 'on']);
	// A reconnect tells the same again.
	player.alert(told(7));
	player.alert(null);
	await clock.advance(10_000);
	expect([log.slice(4), spoken]).toEqual([['/clips/1.wav'], [1]]);
});

test('that all is well is said twice, and never again by a reconnect', async () => {
	const { clock, player, log } = hall();
	player.start();
	await clock.advance(1000);
	player.alert(told(8, 2));
	await clock.advance(60_000);
	player.alert(told(8, 2));
	await clock.advance(60_000);
	expect(log).toHaveLength(2);
});

test('the siren is the evacuation signal: three pulses in three seconds', () => {
	const sound = siren();
	expect(secondsOf(sound)).toBe(3);
	const loud = (from: number): boolean =>
		sound.samples.slice(from * sound.rate, (from + 0.4) * sound.rate).some((sample) => Math.abs(sample) > 0.2);
	expect([0.05, 0.55, 1.05, 1.55, 2.05, 2.55].map(loud)).toEqual([true, false, true, false, true, false]);
});

test('a drill says so in every language that the text has', () => {
	const texts = { 'zh-CN': '请离开', en: 'Please leave' };
	const pieces = alert({ code: null, texts, drill: true, calm: false }, LANGS);
	const said = pieces.map((piece) => ('clip' in piece ? (piece.text ?? clipText(piece.lang, piece.clip)) : ''));
	expect(said.filter((words) => words)).toEqual(['这是演练。', '请离开', 'This is a drill.', 'Please leave']);
});

test('an alert that has no text in a language of the zone is told in Chinese', () => {
	const pieces = alert({ code: null, texts: { 'zh-CN': '请离开' }, drill: false, calm: false }, ['ar']);
	expect(pieces.filter((piece) => 'clip' in piece)).toEqual([{ lang: 'zh-CN', clip: '', text: '请离开' }]);
});
