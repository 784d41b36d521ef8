import { describe, expect, test } from 'vitest';
import type { Part } from './parts.ts';
import { Speaker, type Heard, type Voice } from './speaker.svelte.ts';

const part = (text: string): Part => ({ lang: 'zh-CN', text, keep: false });
const parts = (...texts: string[]): Part[] => texts.map(part);
const settled = async (): Promise<void> => {
	for (let turns = 0; turns < 10; turns++) await Promise.resolve();
};

/** A voice whose sentences end when a test says so. */
class Held implements Voice {
	begun: string[] = [];
	broken: string[] = [];
	#end: (heard: Heard) => void = () => undefined;

	speak({ text }: Part, stop: AbortSignal): Promise<Heard> {
		this.begun.push(text);
		return new Promise((resolve) => {
			this.#end = resolve;
			stop.addEventListener('abort', () => {
				this.broken.push(text);
				resolve('failed');
			});
		});
	}

	async ends(heard: Heard = 'ended'): Promise<void> {
		this.#end(heard);
		await settled();
	}
}

function speaking(): { voice: Held; speaker: Speaker } {
	const voice = new Held();
	return { voice, speaker: new Speaker(voice) };
}

describe('K-05 D-05 the speaker (EN 301 549, 5.1.3.4 and 5.1.3.5)', () => {
	test('says one sentence after the other, and shows which', async () => {
		const { voice, speaker } = speaking();
		speaker.say(parts('一', '二'));
		expect(speaker.caption?.part.text).toBe('一');
		await voice.ends();
		expect([speaker.speaking?.text, speaker.caption?.part.text]).toEqual(['二', '二']);
		await voice.ends();
		expect([speaker.speaking, speaker.caption?.part.text]).toEqual([null, '二']);
	});

	test('what is new breaks off what is being said', async () => {
		const { voice, speaker } = speaking();
		speaker.say(parts('一', '二'));
		speaker.say(parts('三'));
		await settled();
		expect([voice.begun, voice.broken]).toEqual([['一', '三'], ['一']]);
		speaker.say([]);
		expect(speaker.speaking?.text).toBe('三');
	});

	test('a key breaks off, and what was said last is said again from its beginning', async () => {
		const { voice, speaker } = speaking();
		speaker.say(parts('一', '二'));
		await voice.ends();
		speaker.hush();
		expect(speaker.speaking).toBeNull();
		speaker.repeat();
		await voice.ends();
		expect(voice.begun).toEqual(['一', '二', '一', '二']);
	});

	test('a remark is not what is repeated', async () => {
		const { voice, speaker } = speaking();
		speaker.say(parts('一'));
		await voice.ends();
		speaker.remark(parts('音量'));
		await voice.ends();
		speaker.repeat();
		expect(voice.begun).toEqual(['一', '音量', '一']);
	});

	test('news waits for its turn and is repeated with what it came after', async () => {
		const { voice, speaker } = speaking();
		speaker.say(parts('一'));
		speaker.add(parts('二'));
		await voice.ends();
		await voice.ends();
		speaker.repeat();
		await voice.ends();
		await voice.ends();
		speaker.add(parts('三'));
		expect(voice.begun).toEqual(['一', '二', '一', '二', '三']);
	});

	test('rests in a sentence, and goes on with it', async () => {
		const { voice, speaker } = speaking();
		speaker.say(parts('一', '二', '三'));
		await voice.ends();
		speaker.pause();
		expect([speaker.paused, speaker.speaking]).toEqual([true, null]);
		speaker.pause();
		expect(speaker.paused).toBe(false);
		await voice.ends();
		await voice.ends();
		expect(voice.begun).toEqual(['一', '二', '二', '三']);
		speaker.pause();
		expect(speaker.paused).toBe(false);
	});

	test.each(['failed', 'refused', 'no-voice'] as const)('says no more where a sentence %s, and tells', async (why) => {
		const { voice, speaker } = speaking();
		speaker.say(parts('一', '二'));
		await voice.ends(why);
		expect([voice.begun, speaker.trouble, speaker.speaking]).toEqual([['一'], why, null]);
		speaker.repeat();
		await voice.ends();
		expect(speaker.trouble).toBeNull();
	});

	test('of a visitor who has gone nothing is left to repeat', async () => {
		const { voice, speaker } = speaking();
		speaker.say(parts('您的号码'));
		speaker.reset();
		speaker.repeat();
		await settled();
		expect([voice.begun, speaker.caption]).toEqual([['您的号码'], null]);
	});

	test('the same words said twice are two captions', async () => {
		const { voice, speaker } = speaking();
		speaker.say(parts('一'));
		const turn = speaker.caption?.turn;
		await voice.ends();
		speaker.repeat();
		expect(speaker.caption?.turn).not.toBe(turn);
	});
});
