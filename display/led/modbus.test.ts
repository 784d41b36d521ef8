import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc16 } from './crc.ts';
import type { Frame, Reading } from './driver.ts';
import { parseModbus, readRegisters, writeRegister, writeRegisters } from './modbus-rtu.ts';
import { modbusDriver, type ModbusLine } from './modbus.ts';

const raw = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'hex'));
const spaced = (bytes: Uint8Array): string =>
	Buffer.from(bytes)
		.toString('hex')
		.replace(/..(?!$)/g, '$& ');
const sent = (frames: readonly Frame[]): string[] => frames.map((frame) => spaced(frame.bytes));
const sealed = (text: string): Uint8Array => {
	const crc = crc16(raw(text), 0xffff);
	return Uint8Array.from([...raw(text), crc & 0xff, crc >> 8]);
};

function verdict(frame: Frame, stream: Uint8Array): Reading['verdict'] | 'nothing' {
	for (let rest = stream; ;) {
		const reading = frame.read(rest);
		if (reading.verdict) return reading.verdict;
		if (reading.used === 0) return 'nothing';
		rest = rest.subarray(reading.used);
	}
}

const line = (more: Partial<ModbusLine> = {}): ModbusLine => ({ at: 0, length: 6, perRegister: 1, ...more });

describe('requests that libmodbus and pymodbus have answered', () => {
	const digits = modbusDriver({ lines: [line({ align: 'right' })] });
	const pairs = modbusDriver({ lines: [line({ perRegister: 2 })], padding: 0x20 });

	test('a number in one register', () => {
		const frame = writeRegister(1, 7, 1234);
		expect(spaced(frame.bytes)).toBe('01 06 00 07 04 d2 ba 96');
		expect(verdict(frame, frame.bytes)).toBe('acked');
	});
	test('one character a register, on the right', () => {
		const [frame] = digits.show(1, { lines: ['A001'] }).frames;
		expect(sent(frame ? [frame] : [])).toEqual(['01 10 00 00 00 06 0c 00 20 00 20 00 41 00 30 00 30 00 31 e8 0d']);
		expect(frame && verdict(frame, raw('01 10 00 00 00 06 40 0b'))).toBe('acked');
	});
	test('two characters a register', () => {
		const [frame] = pairs.show(1, { lines: ['A321\u{1F600}'] }).frames;
		expect(frame && spaced(frame.bytes).slice(0, 32)).toBe('01 10 00 00 00 03 06 41 33 32 31');
		const same = writeRegisters(1, 0, [0x4133, 0x3231, 0x0007]);
		expect(spaced(same.bytes)).toBe('01 10 00 00 00 03 06 41 33 32 31 00 07 f3 20');
		expect(verdict(same, raw('01 10 00 00 00 03 80 08'))).toBe('acked');
	});
	test('a read of eight registers', () => {
		expect(spaced(readRegisters(1, 0, 8).bytes)).toBe('01 03 00 00 00 08 44 0c');
	});
	test('an illegal address is a refusal with its reason', () => {
		const frame = writeRegister(2, 9, 1);
		expect(frame.read(raw('02 86 02 33 a1'))).toMatchObject({ verdict: 'rejected', reason: 'illegal address' });
	});
	test('a broadcast waits for no answer', () => {
		const frame = writeRegister(0, 1, 0x42);
		expect(spaced(frame.bytes)).toBe('00 06 00 01 00 42 59 ea');
		expect(frame.expect).toBe('none');
	});
});

describe('what a slave answers', () => {
	const write = writeRegisters(3, 100, [1, 2]);
	const good = sealed('03 10 00 64 00 02');

	test('the answer to another place, another unit, or another function is not ours', () => {
		expect(verdict(write, sealed('03 10 00 65 00 02'))).toBe('stray');
		expect(verdict(write, sealed('04 10 00 64 00 02'))).toBe('stray');
		expect(verdict(write, sealed('03 06 00 64 00 02'))).toBe('stray');
	});
	test('the answer of an earlier number is not the answer to this one', () => {
		expect(verdict(writeRegister(1, 7, 12), writeRegister(1, 7, 11).bytes)).toBe('stray');
	});
	test('busy passes, so it is worth another try', () => {
		expect(write.read(sealed('03 90 06'))).toMatchObject({ verdict: 'again', reason: 'busy' });
		expect(write.read(sealed('03 90 63'))).toMatchObject({ verdict: 'rejected', reason: 'exception 99' });
	});
	test('a read back is acknowledged by the wanted values only', () => {
		const read = readRegisters(3, 100, 2, [1, 2]);
		expect(verdict(read, sealed('03 03 04 00 01 00 02'))).toBe('acked');
		expect(verdict(read, sealed('03 03 04 00 01 00 03'))).toBe('stray');
	});
	test('a damaged answer is nothing, and the sound one behind it is found', () => {
		const bad = good.slice();
		bad[3] = 0x65;
		expect(verdict(write, bad)).toBe('nothing');
		expect(verdict(write, Uint8Array.from([...bad, ...good]))).toBe('acked');
		expect(parseModbus(Uint8Array.from([...bad, ...good]))).toMatchObject({ used: 16, garbage: 8 });
	});
	test('an answer split anywhere, after any noise, is one answer', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 30 }), fc.nat(40), (noise, cut) => {
				const stream = Uint8Array.from([...noise, ...good]);
				let held: Uint8Array = new Uint8Array();
				const verdicts: string[] = [];
				for (const part of [stream.subarray(0, cut), stream.subarray(cut)]) {
					held = Uint8Array.from([...held, ...part]);
					for (let one = write.read(held); one.used > 0; one = write.read(held)) {
						if (one.verdict) verdicts.push(one.verdict);
						held = held.subarray(one.used);
					}
				}
				expect(verdicts.at(-1)).toBe('acked');
			})
		);
	});
	test('any bytes are survived, and the memory of them is bounded', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
				let rest = bytes;
				for (let one = parseModbus(rest); one.used > 0; one = parseModbus(rest)) {
					expect(one.used).toBeLessThanOrEqual(rest.length);
					rest = rest.subarray(one.used);
				}
				expect(rest.length).toBeLessThanOrEqual(256);
			})
		);
	});
});

describe('a register map', () => {
	test('number, lines and brightness go where the map says', () => {
		const driver = modbusDriver({
			number: { at: 7, digits: 3 },
			lines: [line({ at: 1000, length: 4, perRegister: 2 }), line({ at: 2000, length: 4, perRegister: 2 })],
			brightness: { at: 36, min: 0, max: 8 }
		});
		expect(driver.caps).toMatchObject({ columns: 4, lines: 2, number: true, font: 'ascii', ack: 'protocol' });
		const picture = driver.show(1, { lines: ['A1', '号'], number: 1234 });
		expect(picture).toMatchObject({ lines: ['A1', '?'], replaced: ['号'], cut: true });
		expect(sent(picture.frames).map((text) => text.slice(3, 17))).toEqual([
			'10 03 e8 00 02',
			'10 07 d0 00 02',
			'06 00 07 00 ea'
		]);
		expect(sent(driver.brightness(1, 50))[0]).toMatch(/^01 06 00 24 00 04/);
		expect(sent(driver.ping(1))[0]).toMatch(/^01 03 03 e8 00 01/);
	});
	test('a line that is shorter than the last one leaves nothing of it', () => {
		const driver = modbusDriver({ lines: [line({ length: 3 })], padding: 0 });
		expect(sent(driver.show(1, { lines: ['7'] }).frames)[0]).toContain('06 00 37 00 00 00 00');
		expect(sent(driver.clear(1))[0]).toContain('06 00 00 00 00 00 00');
	});
	test('a simple board gets one register at a time', () => {
		const driver = modbusDriver({ lines: [line({ at: 10, length: 2 })], write: 'one' });
		expect(sent(driver.show(1, { lines: ['A1'] }).frames).map((text) => text.slice(0, 17))).toEqual([
			'01 06 00 0a 00 41',
			'01 06 00 0b 00 31'
		]);
	});
	test('readback reads every write and compares it', () => {
		const driver = modbusDriver({ lines: [line({ length: 2 })], readback: true });
		const { frames } = driver.show(1, { lines: ['A1'] });
		expect(sent(frames).map((text) => text.slice(0, 17))).toEqual(['01 10 00 00 00 02', '01 03 00 00 00 02']);
		const [, read] = frames;
		expect(read && verdict(read, sealed('01 03 04 00 41 00 31'))).toBe('acked');
	});
	test('a long line is written in pieces that every slave takes', () => {
		const driver = modbusDriver({ lines: [line({ length: 200 })] });
		expect(sent(driver.show(1, { lines: ['x'] }).frames).map((text) => text.slice(3, 17))).toEqual([
			'10 00 00 00 7b',
			'10 00 7b 00 4d'
		]);
	});
	test('Chinese goes two bytes a character where the board has the font', () => {
		const driver = modbusDriver({ lines: [line({ length: 6, perRegister: 2 })], font: 'gb2312' });
		expect(sent(driver.show(1, { lines: ['到3号'] }).frames)[0]).toContain('06 b5 bd 33 ba c5 20');
	});
	test('a number board alone shows the number, and nothing when there is none', () => {
		const driver = modbusDriver({ lines: [], number: { at: 0, digits: 4 } });
		expect(driver.caps).toMatchObject({ font: 'none', columns: 0 });
		expect(sent(driver.show(1, { lines: [], number: 12 }).frames)[0]).toMatch(/^01 06 00 00 00 0c/);
		expect(sent(driver.show(1, { lines: ['A001'] }).frames)[0]).toMatch(/^01 06 00 00 00 00/);
		expect(driver.show(1, { lines: [], number: 70_012 }).cut).toBe(true);
		expect(sent(driver.clear(1))).toHaveLength(1);
		expect(driver.brightness(1, 50)).toEqual([]);
	});
	test('none or too many registers are our mistake', () => {
		expect(() => writeRegisters(1, 0, [])).toThrow('0 registers');
	});
});
