import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amiAction, AmiReader, type AmiPacket } from './ami.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const GREETING = 'Asterisk Call Manager/9.0.0\r\n';
const RINGING = 'Event: DialBegin\r\nChannel: PJSIP/trunk-01\r\nLinkedid: 17.1\r\nDestChannel: PJSIP/8001-02\r\n\r\n';

function read(...chunks: Uint8Array[]): { greeting: string | undefined; packets: AmiPacket[] } {
	const reader = new AmiReader();
	const found: { greeting: string | undefined; packets: AmiPacket[] } = { greeting: undefined, packets: [] };
	for (const chunk of chunks) {
		const { greeting, packets } = reader.feed(chunk);
		found.greeting = greeting ?? found.greeting;
		found.packets.push(...packets);
	}
	return found;
}

describe('the text of the manager interface', () => {
	test('P-01 a greeting has no empty line behind it; the packet that follows is whole', () => {
		const found = read(bytes(GREETING + RINGING));
		expect(found.greeting).toBe('Asterisk Call Manager/9.0.0');
		expect(found.packets).toEqual([
			{ Event: 'DialBegin', Channel: 'PJSIP/trunk-01', Linkedid: '17.1', DestChannel: 'PJSIP/8001-02' }
		]);
	});

	test('P-01 packets split at any byte and glued in any way are the same packets', () => {
		const name = 'Event: Newchannel\r\nCallerIDName: 王小明: 家\r\nVariable: a=1\r\nVariable: b=2\r\n\r\n';
		const all = bytes(GREETING + RINGING + name + RINGING);
		const whole = read(all);
		expect(whole.packets).toHaveLength(3);
		expect(whole.packets[1]).toMatchObject({ CallerIDName: '王小明: 家', Variable: 'a=1\nb=2' });
		fc.assert(
			fc.property(fc.array(fc.nat(all.length), { maxLength: 20 }), (cuts) => {
				const at = [0, ...cuts.toSorted((a, b) => a - b), all.length];
				const chunks = at.slice(1).map((end, i) => all.slice(at[i] ?? 0, end));
				expect(read(...chunks)).toEqual(whole);
			})
		);
	});

	test('noise before, between and within packets is skipped, and what follows is read', () => {
		const noise = '\0\u0001???\r\n--END--\r\n: nothing\r\n\r\n\r\n';
		expect(read(bytes(noise + RINGING + noise + RINGING)).packets).toHaveLength(2);
		const broken = 'Event: Hangup\r\nLinkedid: 17.1\r\n' + GREETING + RINGING;
		expect(read(bytes(broken)).packets.map((one) => one['Event'])).toEqual(['DialBegin']);
	});

	test('a line without an end costs no memory, and is forgotten at its end', () => {
		const reader = new AmiReader();
		for (let n = 0; n < 50; n += 1) expect(reader.feed(new Uint8Array(16_384).fill(65)).packets).toEqual([]);
		expect(reader.feed(bytes(`\r\n\r\n${RINGING}`)).packets).toHaveLength(1);
	});

	test('whatever comes, it neither throws nor loses the next packet', () => {
		fc.assert(
			fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 10 }), (chunks) => {
				const found = read(...chunks, bytes(`\r\n\r\n${RINGING}`));
				expect(found.packets.at(-1)).toMatchObject({ Event: 'DialBegin', Linkedid: '17.1' });
			})
		);
	});

	test('no value of an action brings lines of its own', () => {
		expect(amiAction({ Action: 'Login', Username: 'a\r\nAction: Command' })).toBe(
			'Action: Login\r\nUsername: a  Action: Command\r\n\r\n'
		);
	});
});
