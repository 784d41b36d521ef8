import { describe, expect, test } from 'vitest';
import { virtualClock, type VirtualClock } from '#test/fakes/clock.ts';
import type { Announcement } from '#server/realtime/events.ts';
import { SILENCE_AT, type AudioBackend, type Played } from './audio.ts';
import { VoicePlayer, type SoundState } from './player.svelte.ts';

function call(id: number, at: number, seconds = 8): Announcement {
	return {
		id,
		zone: 'east',
		text: `A${id}`,
		audio: `/clips/${id}.wav`,
		seconds,
		volume: 1,
		priority: 0,
		at,
		until: at + 120_000
	};
}

type Mood = Played | 'stuck' | 'throws' | 'deaf';

interface Hall {
	clock: VirtualClock;
	player: VoicePlayer;
	/** when a clip began, and how many sounded then */
	log: string[];
	spoken: number[];
	sounds: SoundState[];
	/** a call of this moment on the server's clock */
	say: (id: number, length?: number) => void;
	become: (next: Mood) => void;
	drift: (ms: number) => void;
}

/** A player on a virtual clock with a browser that can be put in any mood. */
function hall(first: Mood = 'ended'): Hall {
	const clock = virtualClock();
	const began = clock.now();
	const log: string[] = [];
	const spoken: number[] = [];
	const sounds: SoundState[] = [];
	let mood = first;
	let skew = 0;
	let voices = 0;
	const seconds = new Map<string, number>([[SILENCE_AT, 0.1]]);
	const audio: AudioBackend = {
		async play(address, stop) {
			if (mood === 'throws') throw new Error('no such codec');
			if (mood === 'refused' || mood === 'failed') return mood;
			voices++;
			if (address !== SILENCE_AT) log.push(`${(clock.now() - began) / 1000} ${address} with ${voices}`);
			const played = await new Promise<Played>((resolve) => {
				if (mood === 'deaf') return;
				const end = (): void => resolve('ended');
				const callOff = mood === 'stuck' ? end : clock.after((seconds.get(address) ?? 0) * 1000, end);
				stop.addEventListener('abort', () => {
					resolve('failed');
					callOff();
				});
			});
			voices--;
			return played;
		}
	};
	const player = new VoicePlayer({
		spoken: ({ id }) => spoken.push(id),
		changed: (sound) => sounds.push(sound),
		skew: () => skew,
		audio: () => audio,
		timers: clock
	});
	return {
		clock,
		player,
		log,
		spoken,
		sounds,
		say: (id: number, length = 8): void => {
			seconds.set(`/clips/${id}.wav`, length);
			player.say(call(id, clock.now() + skew, length));
		},
		become: (next: Mood): void => {
			mood = next;
		},
		drift: (ms: number): void => {
			skew = ms;
		}
	};
}

describe('D-02 the voice of a screen', () => {
	test('speaks two calls of the same instant one after the other, in their order', async () => {
		const { clock, player, say, log, spoken } = hall();
		const stop = player.start();
		await clock.advance(1000);
		say(7);
		say(8);
		await clock.advance(30_000);
		expect(log).toEqual(['1 /clips/7.wav with 1', '9.5 /clips/8.wav with 1']);
		expect(spoken).toEqual([7, 8]);
		stop();
	});

	test('says 24 calls of one moment, each once, never two at once', async () => {
		const { clock, player, say, log, spoken } = hall();
		player.start();
		await clock.advance(1000);
		for (let id = 24; id >= 1; id--) say(id, 4);
		await clock.advance(200_000);
		// The one that came first was already being said when the others arrived.
		expect(spoken).toEqual([24, ...Array.from({ length: 23 }, (_, i) => i + 1)]);
		expect(log.every((line) => line.endsWith('with 1'))).toBe(true);
	});

	test('does not say again what the server sends again after a reconnect', async () => {
		const { clock, player, say, spoken } = hall();
		player.start();
		await clock.advance(1000);
		say(7);
		await clock.advance(4000);
		say(7);
		await clock.advance(10_000);
		say(7);
		await clock.advance(20_000);
		expect(spoken).toEqual([7]);
	});

	test('leaves out what has gone stale while others were spoken, by the clock of the server', async () => {
		const { clock, player, say, drift, spoken } = hall();
		drift(3_600_000);
		player.start();
		await clock.advance(1000);
		say(1, 121);
		say(2);
		await clock.advance(110_000);
		expect(spoken).toEqual([]);
		say(3);
		await clock.advance(60_000);
		expect(spoken).toEqual([1, 3]);
	});

	test('tells the browser once that it is heard', async () => {
		const { clock, player, say, sounds } = hall();
		player.start();
		expect(player.sound).toBeNull();
		await clock.advance(1000);
		say(1);
		await clock.advance(20_000);
		expect(player.sound).toBe('on');
		expect(sounds).toEqual(['on']);
	});

	test('shows what it says while it says it', async () => {
		const { clock, player, say } = hall();
		player.start();
		await clock.advance(1000);
		say(7);
		await clock.advance(2000);
		expect(player.speaking?.text).toBe('A7');
		await clock.advance(6600);
		expect(player.speaking).toBeNull();
	});
});

describe('D-05 a browser that refuses sound', () => {
	test('is found out before the first call', async () => {
		const { clock, player, sounds } = hall('refused');
		player.start();
		await clock.advance(0);
		expect(player.sound).toBe('refused');
		expect(sounds).toEqual(['refused']);
	});

	test('keeps the calls and says them after the touch, but not those that are stale by then', async () => {
		const { clock, player, say, become, spoken, sounds } = hall('refused');
		player.start();
		await clock.advance(0);
		say(1);
		await clock.advance(100_000);
		say(2);
		await clock.advance(30_000);
		expect(spoken).toEqual([]);
		become('ended');
		void player.enable();
		await clock.advance(20_000);
		expect(spoken).toEqual([2]);
		expect(sounds).toEqual(['refused', 'on']);
	});

	test('is asked again by each call, so that an allowed screen needs no touch', async () => {
		const { clock, player, say, become, spoken } = hall('refused');
		player.start();
		await clock.advance(0);
		say(1);
		become('ended');
		say(2);
		await clock.advance(30_000);
		expect(spoken).toEqual([1, 2]);
		expect(player.sound).toBe('on');
	});

	test('that takes its leave back later is noticed', async () => {
		const { clock, player, say, become, sounds } = hall();
		player.start();
		await clock.advance(1000);
		become('refused');
		say(1);
		await clock.advance(1000);
		expect(sounds).toEqual(['on', 'refused']);
	});
});

describe('D-05 sound that fails', () => {
	test.each(['failed', 'throws'] as const)(
		'is told and does not keep the next call from being said (%s)',
		async (mood) => {
			const { clock, player, say, become, spoken, sounds } = hall();
			player.start();
			await clock.advance(1000);
			become(mood);
			say(1);
			await clock.advance(100);
			expect(player.sound).toBe('failed');
			become('ended');
			say(2);
			await clock.advance(20_000);
			expect(spoken).toEqual([2]);
			expect(sounds).toEqual(['on', 'failed', 'on']);
		}
	);

	test('a browser that does not even stop is left alone, and the next is tried', async () => {
		const { clock, player, say, become, spoken, sounds } = hall();
		player.start();
		await clock.advance(1000);
		become('deaf');
		say(1);
		await clock.advance(100);
		become('ended');
		say(2);
		await clock.advance(40_000);
		expect(spoken).toEqual([2]);
		expect(sounds).toEqual(['on', 'failed', 'on']);
	});

	test('a clip that never ends is given up, and the next is said', async () => {
		const { clock, player, say, become, spoken, sounds, log } = hall();
		player.start();
		await clock.advance(1000);
		become('stuck');
		say(1);
		await clock.advance(100);
		become('ended');
		say(2);
		await clock.advance(40_000);
		expect(spoken).toEqual([2]);
		expect(log).toEqual(['1 /clips/1.wav with 1', '14.5 /clips/2.wav with 1']);
		expect(sounds).toEqual(['on', 'failed', 'on']);
	});

	test('a browser stuck from the start is found out, and does not hold up the calls', async () => {
		const { clock, player, say, become, spoken } = hall('stuck');
		player.start();
		say(1);
		await clock.advance(6000);
		expect(player.sound).toBe('failed');
		become('ended');
		say(2);
		await clock.advance(40_000);
		expect(spoken).toContain(2);
	});
});

describe('a page that is closed', () => {
	test.each([0, 1500, 8200])('after %i ms has neither voice nor timer nor news', async (after) => {
		const { clock, player, say, spoken } = hall();
		const stop = player.start();
		await clock.advance(1000);
		say(1);
		say(2);
		await clock.advance(after);
		const before = [...spoken];
		stop();
		await clock.advance(0);
		expect(clock.pending()).toBe(0);
		await clock.advance(60_000);
		expect(spoken).toEqual(before);
		expect(player.speaking).toBeNull();
	});
});
