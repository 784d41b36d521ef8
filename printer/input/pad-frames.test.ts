import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { padFrame, PadFrames, type PadKey } from './pad-frames.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

const key = fc.record({ address: fc.nat(255), command: fc.nat(255), key: fc.nat(255) });

describe('W-13 the frames of a call pad', () => {
	test('are read as the manual has them: head, length twice, address, command, key, sum modulo 256, tail', () => {
		expect(padFrame({ address: 3, command: 1, key: 0x0b })).toEqual(hex('FF 68 03 03 68 03 01 0B 0F 16'));
		expect(new PadFrames().take(hex('FF 68 03 03 68 03 01 0B 0F 16'))).toEqual([{ address: 3, command: 1, key: 11 }]);
	});

	test('with a wrong sum, tail or length are no press, and do not swallow the next one', () => {
		const good = padFrame({ address: 1, command: 1, key: 5 });
		for (const bad of [
			'FF 68 03 03 68 03 01 0B 10 16',
			'FF 68 03 03 68 03 01 0B 0F 17',
			'FF 68 03 04 68 03',
			'68 00 00 68',
			'68 68'
		]) {
			expect(new PadFrames().take(Uint8Array.from([...hex(bad), ...good]))).toEqual([
				{ address: 1, command: 1, key: 5 }
			]);
		}
	});

	test('come split and glued and among noise, and none is lost', () => {
		const noise = fc.array(
			fc.nat(255).filter((byte) => byte !== 0x68),
			{ maxLength: 5 }
		);
		fc.assert(
			fc.property(
				fc.array(fc.tuple(noise, key), { maxLength: 8 }),
				fc.array(fc.integer({ min: 1, max: 9 })),
				(sent, cuts) => {
					const bytes = sent.flatMap(([before, one]) => [...before, ...padFrame(one)]);
					const frames = new PadFrames();
					const heard: PadKey[] = [];
					let at = 0;
					for (const cut of [...cuts, bytes.length]) {
						heard.push(...frames.take(Uint8Array.from(bytes.slice(at, at + cut))));
						at += cut;
					}
					heard.push(...frames.take(Uint8Array.from(bytes.slice(at))));
					expect(heard).toEqual(sent.map(([, one]) => one));
				}
			)
		);
	});
});
