import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { virtualClock, type VirtualClock } from '#test/fakes/clock.ts';
import { frameLanguage } from '../frames/exchange.ts';
import { KNOWN_PADS } from '../frames/known.ts';
import { FrameReader } from '../frames/reader.ts';
import { VirtualKeyPads } from '../virtual/key-pads.ts';
import { virtualLine } from '../wire/virtual.ts';
import type { Link } from '../wire/wire.ts';
import { keyLine, type KeyLine, type KeyLineOptions } from './key-line.ts';
import { padFrame, PadFrames } from './pad-frames.ts';

const SAYS = { ask: 'AA {addr} 01 {sum8:1..-1}', thanks: 'AA {addr} 02 {sum8:1..-1}' };
const ASKED = { frame: 'AA {addr} {key} {sum8:1..-1}' };
const POLL = 'AA {addr} 05 {sum8:1..-1}';

async function bench(
	options: Pick<KeyLineOptions, 'press' | 'poll' | 'says'>
): Promise<{ clock: VirtualClock; far: VirtualKeyPads; line: KeyLine; keys: string[] }> {
	const clock = virtualClock();
	const keys: string[] = [];
	const far = new VirtualKeyPads('pads', clock, { ...options, poll: options.poll?.frame });
	const onKey = (address: number, key: number): void => void keys.push(`${String(address)}:${String(key)}`);
	const line = keyLine(far.wire, { timers: clock, onKey, ...options });
	onTestFinished(async () => {
		await line.close();
		expect(clock.pending()).toBe(0);
	});
	await clock.advance(10);
	return { clock, far, line, keys };
}

describe('W-13 a line of devices with keys', () => {
	test('tells each press once, through noise, and not what was damaged', async () => {
		const { clock, far, line, keys } = await bench({ press: KNOWN_PADS['pad-21'] });
		const press = async (key: number, ms = 400): Promise<void> => {
			far.press(3, key);
			await clock.advance(ms);
		};
		await press(1);
		far.setFault('twice', true);
		await press(2);
		far.setFault('twice', false);
		far.setFault('noise', true);
		await press(3);
		far.setFault('damaged', true);
		await press(4);
		far.setFault('damaged', false);
		far.setFault('cut', true);
		await press(5, 20);
		far.setFault('cut', false);
		await press(6);
		expect(keys).toEqual(['3:1', '3:2', '3:3', '3:6']);
		expect(line.state().heard.get(3)).toBeGreaterThan(0);
		expect(line.state().garbage).toBeGreaterThan(0);
	});

	test('comes back after the cable was pulled', async () => {
		const { clock, far, line, keys } = await bench({ press: KNOWN_PADS['pad-21'] });
		far.setFault('unplugged', true);
		await clock.advance(1000);
		expect(line.state().up).toBe(false);
		far.setFault('unplugged', false);
		await clock.advance(6000);
		far.press(1, 9);
		await clock.advance(100);
		expect([line.state().up, keys]).toEqual([true, ['1:9']]);
	});

	test('asks one after the other where they speak only when asked; 0 is no key', async () => {
		const { clock, far, keys } = await bench({
			press: ASKED,
			poll: { frame: POLL, everyMs: 100, addresses: [1, 2, 3] },
			says: SAYS
		});
		far.press(2, 5);
		far.press(3, 1);
		await clock.advance(350);
		expect(keys).toEqual(['2:5', '3:1']);
		far.press(2, 5);
		await clock.advance(350);
		expect(keys).toEqual(['2:5', '3:1', '2:5']);
	});

	test('what is said goes between the questions, one frame in a turn', async () => {
		const { clock, far, line } = await bench({
			press: ASKED,
			poll: { frame: POLL, everyMs: 100, addresses: [1] },
			says: SAYS
		});
		expect([line.say('ask', 7), line.say('thanks', 8), line.say('other', 1)]).toEqual([true, true, false]);
		await clock.advance(500);
		expect(far.heard.map(({ what, address }) => `${what} ${String(address)}`)).toEqual(['ask 7', 'thanks 8']);
		const [first, second] = far.heard;
		expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(100);
	});

	test('a press behind half a long frame is told once the line is silent', async () => {
		const clock = virtualClock();
		const raw = virtualLine('raw');
		const far = new Promise<Link>((opened) => raw.onOpen(opened));
		const keys: number[] = [];
		const line = keyLine(raw.wire, {
			timers: clock,
			press: KNOWN_PADS['pad-21'],
			onKey: (_, key) => void keys.push(key)
		});
		onTestFinished(() => line.close());
		await (
			await far
		).write(Uint8Array.from([0x68, 0x14, 0x14, 0x68, 3, ...padFrame({ address: 3, command: 1, key: 7 })]));
		await clock.advance(90);
		expect(keys).toEqual([]);
		await clock.advance(20);
		expect(keys).toEqual([7]);
	});

	test('what is said where nobody is asked goes at once, one frame after the other, and no more than is of use', async () => {
		const { clock, far, line } = await bench({ press: KNOWN_PADS['pad-21'], says: SAYS });
		const said = Array.from({ length: 20 }, (_, i) => line.say('ask', i));
		// The first is on its way; behind it wait sixteen.
		expect([said.indexOf(false), said.lastIndexOf(true)]).toEqual([17, 16]);
		await clock.advance(1);
		expect(far.heard.map(({ address }) => address)).toEqual([0]);
		await clock.advance(2000);
		expect(far.heard.map(({ address }) => address)).toEqual(Array.from({ length: 17 }, (_, i) => i));
		expect(line.say('ask', 99)).toBe(true);
		await clock.advance(1);
		expect(far.heard.at(-1)?.address).toBe(99);
	});

	test('tells when its cable is there, and when it is pulled', async () => {
		const clock = virtualClock();
		const cable = virtualLine('cable');
		const states: boolean[] = [];
		const onState = (up: boolean): void => void states.push(up);
		const line = keyLine(cable.wire, { timers: clock, press: KNOWN_PADS['pad-21'], onKey: () => undefined, onState });
		onTestFinished(() => line.close());
		await clock.advance(10);
		cable.unplug(true);
		await clock.advance(10);
		cable.unplug(false);
		await clock.advance(1000);
		expect(states).toEqual([true, false, true]);
	});

	test('nothing is kept for a line that is not there', async () => {
		const { clock, far, line } = await bench({ press: KNOWN_PADS['pad-21'], says: SAYS });
		far.setFault('unplugged', true);
		await clock.advance(100);
		expect(line.say('ask', 7)).toBe(false);
	});
});

describe('W-13 the 21-key pad, by its own reader and by its template', () => {
	const press = fc.record({ address: fc.nat(255), command: fc.nat(255), key: fc.nat(255) });
	const piece = fc.oneof(
		press.map((one) => [...padFrame(one)]),
		fc.array(fc.constantFrom(0xff, 0x68, 3, 0x16, 0x00)),
		press.map((one) => [...padFrame(one)].slice(0, 6))
	);

	test('both find the same presses in the same bytes', () => {
		fc.assert(
			fc.property(fc.array(piece), (pieces) => {
				const reader = new FrameReader(frameLanguage(KNOWN_PADS['pad-21']).frame);
				const frames = new PadFrames();
				// Both come to an end: one knows silence, the other the bytes that a long frame would still have had.
				const end = Array.from({ length: 40 }, () => 0);
				const own = [...pieces, end].flatMap((bytes) => frames.take(Uint8Array.from(bytes)));
				const found = [...pieces.flatMap((bytes) => reader.take(bytes)), ...reader.silence()].map(
					({ numbers }) => numbers
				);
				expect(found).toEqual(own.map(({ address, command, key }) => ({ addr: address, cmd: command, key })));
			})
		);
	});
});
