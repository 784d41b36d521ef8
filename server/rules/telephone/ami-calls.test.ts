import { describe, expect, test } from 'vitest';
import type { AmiPacket } from './ami.ts';
import { AmiCalls, type OpenCall } from './ami-calls.ts';

const LINES = new Map([['88300000', 'main']]);
const T0 = 1_795_395_600_000;

const caller = (more: AmiPacket = {}): AmiPacket => ({
	...{ Channel: 'PJSIP/trunk-01', Uniqueid: '1.1', Linkedid: '1.1', Exten: '88300000', CallerIDNum: '13900000000' },
	...more
});
const phone = (extension: string, more: AmiPacket = {}): AmiPacket => ({
	...{ Channel: `PJSIP/${extension}-02`, Uniqueid: '1.2', Linkedid: '1.1', Exten: 's', ...more }
});

function heard(packets: readonly AmiPacket[], open: readonly OpenCall[] = []): string[] {
	const calls = new AmiCalls(LINES, open);
	const told = packets.flatMap((packet, i) => calls.hear(packet, T0 + i));
	return told.map(({ event, extension }) => (extension === null ? event : `${event} ${extension}`));
}

const DIAL = caller({ Event: 'DialBegin', DestChannel: 'PJSIP/8001-02' });
const BEGIN = [caller({ Event: 'Newchannel' }), phone('8001', { Event: 'Newchannel' }), DIAL, DIAL];
const ANSWER = [
	caller({ Event: 'DialEnd', DestChannel: 'PJSIP/8001-02', DialStatus: 'ANSWER' }),
	caller({ Event: 'BridgeEnter' }),
	phone('8001', { Event: 'BridgeEnter' })
];

describe('P-01 what a manager interface tells', () => {
	test('a call rings once, is answered by who is in the bridge, held, taken up and over', () => {
		const packets = [
			...BEGIN,
			...ANSWER,
			phone('8001', { Event: 'Hold' }),
			phone('8001', { Event: 'Unhold' }),
			phone('8001', { Event: 'Hangup' }),
			caller({ Event: 'Hangup' })
		];
		expect(heard(packets)).toEqual(['ringing', 'answered 8001', 'held', 'resumed', 'ended']);
	});

	test('given up while it rings it is missed; not let through to anybody it is none at all', () => {
		expect(heard([...BEGIN, caller({ Event: 'Hangup' })])).toEqual(['ringing', 'missed']);
		expect(heard([caller({ Event: 'Newchannel' }), caller({ Event: 'Hangup' })])).toEqual([]);
	});

	test('P-04 another telephone in the bridge is a transfer', () => {
		const packets = [...BEGIN, ...ANSWER, phone('8002', { Event: 'BridgeEnter', Uniqueid: '1.3' })];
		expect(heard(packets)).toEqual(['ringing', 'answered 8001', 'transferred 8002']);
		const local = phone('8003', { Channel: 'Local/8003@queue-00000001;1', Event: 'BridgeEnter', Uniqueid: '1.4' });
		expect(heard([...BEGIN, local])).toEqual(['ringing', 'answered 8003']);
	});

	test('calls to other numbers, and those that go out, are no business of the hall', () => {
		const other = BEGIN.map((packet) => ({ ...packet, Exten: '999' }));
		expect(heard([...other, ...ANSWER])).toEqual([]);
		expect(heard([phone('8001', { Event: 'Newchannel', Exten: '88300000', Linkedid: '9.9' })])).toEqual([]);
	});

	test('the time is that of the exchange where it tells one; a hidden number is none', () => {
		const calls = new AmiCalls(LINES, []);
		calls.hear(caller({ Event: 'Newchannel', CallerIDNum: '<unknown>' }), T0);
		const [told] = calls.hear({ ...DIAL, Timestamp: '1795395500.250000' }, T0);
		expect(told).toMatchObject({ at: 1_795_395_500_250, caller: null, line: 'main', call: '1.1' });
	});
});

describe('P-01 after a break', () => {
	const open: OpenCall = { call: '1.1', line: 'main', rang: true, answered: true, extension: '8001' };
	const resynced = (known: readonly OpenCall[], channels: readonly AmiPacket[]): string[] =>
		new AmiCalls(LINES, known)
			.resync(channels, T0)
			.map(({ event, extension, at }) => `${event} ${extension ?? ''} ${String((at - T0) / 1000)}`);

	test('what is gone has ended, or was missed; what goes on says nothing', () => {
		expect(resynced([open, { ...open, call: '1.7', answered: false }], [])).toEqual(['ended  0', 'missed  0']);
		const bridged = { BridgeId: 'b1' };
		expect(resynced([open], [caller(bridged), phone('8001', bridged)])).toEqual([]);
	});

	test('what began meanwhile is found: since when it rings, and who is in the bridge', () => {
		const found = resynced([], [caller({ Duration: '00:01:23', BridgeId: 'b1' }), phone('8001', { BridgeId: 'b1' })]);
		expect(found).toEqual(['ringing  -83', 'answered 8001 0']);
		expect(resynced([{ ...open, answered: false }], [caller(), phone('8002', { BridgeId: 'b1' })])).toEqual([
			'answered 8002 0'
		]);
		expect(resynced([open], [caller(), phone('8002', { BridgeId: 'b1' })])).toEqual(['transferred 8002 0']);
	});
});
