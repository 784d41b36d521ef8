import { describe, expect, test } from 'vitest';
import { browserAudio } from './audio.ts';

/** What of an audio element is used; a test says what the browser answers. */
class Element extends EventTarget {
	src = '';
	paused = true;
	answer: () => Promise<void> = () => Promise.resolve();

	play(): Promise<void> {
		this.paused = false;
		return this.answer();
	}

	pause(): void {
		this.paused = true;
	}
}

function browser(): { element: Element; audio: ReturnType<typeof browserAudio> } {
	const element = new Element();
	return { element, audio: browserAudio(element as unknown as HTMLAudioElement) };
}

const never = new AbortController().signal;
const refusing = (name: string) => () => Promise.reject(new DOMException('no', name));

describe('D-05 the sound of a browser', () => {
	test('has ended when the element says so', async () => {
		const { element, audio } = browser();
		const played = audio.play('/clips/a.wav', never);
		expect(element.src).toBe('/clips/a.wav');
		element.dispatchEvent(new Event('ended'));
		expect(await played).toBe('ended');
	});

	test('is refused when the browser wants a touch first', async () => {
		const { element, audio } = browser();
		element.answer = refusing('NotAllowedError');
		expect(await audio.play('/clips/a.wav', never)).toBe('refused');
	});

	test.each(['NotSupportedError', 'AbortError'])('has failed on %s', async (name) => {
		const { element, audio } = browser();
		element.answer = refusing(name);
		expect(await audio.play('/clips/a.wav', never)).toBe('failed');
	});

	test('has failed when it breaks off in the middle', async () => {
		const { element, audio } = browser();
		const played = audio.play('/clips/a.wav', never);
		element.dispatchEvent(new Event('error'));
		expect(await played).toBe('failed');
		expect(element.paused).toBe(true);
	});

	test('stops at once when told to, and does not begin when told before', async () => {
		const { element, audio } = browser();
		const stop = new AbortController();
		const played = audio.play('/clips/a.wav', stop.signal);
		stop.abort();
		expect(await played).toBe('failed');
		expect(element.paused).toBe(true);
		expect(await audio.play('/clips/b.wav', stop.signal)).toBe('failed');
		expect(element.src).toBe('/clips/a.wav');
	});

	test('of a second clip is not ended by the end of the first', async () => {
		const { element, audio } = browser();
		const first = audio.play('/clips/a.wav', never);
		element.dispatchEvent(new Event('ended'));
		await first;
		let over = false;
		const second = audio.play('/clips/b.wav', never).then(() => {
			over = true;
		});
		await Promise.resolve();
		expect(over).toBe(false);
		element.dispatchEvent(new Event('ended'));
		await second;
	});
});
